import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const schema = z.object({ url: z.url(), pid: z.int() })

function fileIn(dir: string): string {
  return join(dir, 'running.json')
}

/** Leaves word where the workspace runs, for `onbehalf sandbox --clock` and `--reset`. Answers how to take it back. */
export async function tellRunning(dir: string, url: string): Promise<() => Promise<void>> {
  await mkdir(dir, { recursive: true })
  await writeFile(fileIn(dir), JSON.stringify({ url, pid: process.pid }))
  return () => rm(fileIn(dir), { force: true })
}

/** The address of the workspace that runs on this data directory; null when none answers there. */
export async function findRunning(dir: string): Promise<string | null> {
  const text = await readFile(fileIn(dir), 'utf8').catch(() => '{}')
  const running = schema.safeParse(JSON.parse(text)).data
  if (!running) return null
  // A killed process leaves its file behind, and another one may sit on the port by now.
  const answer = await fetch(`${running.url}/sandbox/api/workspace`, { signal: AbortSignal.timeout(3000) }).catch(() => null)
  return answer?.ok ? running.url : null
}
