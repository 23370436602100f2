import { cruise } from 'dependency-cruiser'
import { build } from 'esbuild'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

type Options = NonNullable<Parameters<typeof cruise>[1]>

const table = join(process.cwd(), '.dependency-cruiser.mjs')
const { default: rooms } = (await import(table)) as { default: { forbidden: unknown[]; options: object } }

/** The names of the rules that a tree breaks. */
async function brokenRules(baseDir: string): Promise<string[]> {
  const { output } = await cruise(['src'], { ...rooms.options, baseDir, validate: true, ruleSet: { forbidden: rooms.forbidden } } as Options)
  if (typeof output === 'string') throw new Error(output)
  return [...new Set(output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`))]
}

describe('the table of rooms', () => {
  test('holds, and no imports go in a circle', { timeout: 60_000 }, async () => {
    expect(await brokenRules(process.cwd())).toEqual([])
  })

  test('sees a forbidden import, a type-only one too, and a cycle', async () => {
    const tree = await mkdtemp(join(tmpdir(), 'onbehalf-rooms-'))
    const files = {
      'src/domain/rule.ts': "import { readFileSync } from 'node:fs'\nimport type { Row } from '../store/rows.js'\nexport const rule = (row: Row) => readFileSync(row)\n",
      'src/store/rows.ts': "import { verb } from '../usecases/verb.js'\nexport type Row = string\nexport const rows = [verb]\n",
      'src/usecases/verb.ts': "import { rows } from '../store/rows.js'\nexport const verb = (): unknown => rows\n",
      'src/slack/edge.ts': "import { rows } from '../store/rows.js'\nexport const edge = rows\n",
    }
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(tree, path, '..'), { recursive: true })
      await writeFile(join(tree, path), text)
    }
    const broken = (await brokenRules(tree)).map((line) => line.split(':')[0])
    expect(broken).toEqual(expect.arrayContaining(['domain-imports', 'domain-no-node', 'store-imports', 'slack-imports', 'no-circular']))
  })

  test('the page of the sandbox holds nothing of the bot', async () => {
    const { metafile } = await build({ entryPoints: ['src/sandbox/page/main.tsx'], bundle: true, write: false, metafile: true, outdir: 'out', jsx: 'automatic', jsxImportSource: 'preact' })
    const foreign = Object.keys(metafile.inputs).filter((path) => !/^(src\/sandbox\/|node_modules\/preact\/)/.test(path))
    expect(foreign).toEqual([])
  })
})
