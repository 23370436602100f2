/** The bot's figures beside a bare Bolt app's and the raw driver's, from one run: `npm run bench`. Nothing is asserted. */
import { ackBench, type AckFigure } from './ack.bench.js'
import { storeBench } from './store.bench.js'

const times = 200
const cases = 100_000

/** Of sorted numbers. */
const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

function rows({ what, bot, bare }: AckFigure): string[] {
  return [['median', 0.5] as const, ['p95', 0.95] as const].map(([name, share]) => {
    const [ours, theirs] = [at(bot, share), at(bare, share)]
    const figures = [ours, theirs].map((ms) => `${ms.toFixed(2)} ms`.padStart(12)).join('')
    return `${`${what}, ${name}`.padEnd(40)}${figures}  x${(ours / theirs).toFixed(1)}`
  })
}

const begun = performance.now()
const acks = await ackBench(times)
process.stdout.write(`Answers within Slack's deadline, over HTTP, ${times} each in turns\n${''.padEnd(40)}${'Onbehalf'.padStart(12)}${'bare Bolt'.padStart(12)}\n`)
process.stdout.write(`${acks.flatMap(rows).join('\n')}\n\nThe store on SQLite with ${cases.toLocaleString('en')} cases, middle of the runs, beside the raw driver\n`)
process.stdout.write(`${(await storeBench(cases)).join('\n')}\n\n${((performance.now() - begun) / 1000).toFixed(0)} s\n`)
