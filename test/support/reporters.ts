/** Vitest's reporters; in CI one more that leaves counts in the folder `ONBEHALF_TEST_RESULTS` names. */
export function reporters(run: string): ('default' | ['json', { outputFile: string }])[] {
  const folder = process.env['ONBEHALF_TEST_RESULTS']
  return folder ? ['default', ['json', { outputFile: `${folder}/${run}.json` }]] : ['default']
}
