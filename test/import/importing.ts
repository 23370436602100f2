/** Helpers of the import tests: files in a temporary folder, imported as the command does, and what was said. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { openImport } from '../../src/cli/import/open-import.js'
import { runImport, type RunOptions } from '../../src/cli/import/run-import.js'
import { sayProblem } from '../../src/slack/views/portal/import-problem-words.js'
import { wordsFor } from '../../src/locales/words.js'
import type { Store } from '../../src/store/open-store.js'
import { installCatalogue } from '../../src/usecases/import/install-catalogue.js'
import { World } from '../support/world.js'

export const say = wordsFor({ locale: 'en', timeZone: 'UTC' })

export async function fileOf(name: string, text: string | Buffer): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'onbehalf-import-')), name)
  await writeFile(path, text)
  return path
}

/** Every problem that reading alone finds, in words. */
export async function problemsIn(name: string, text: string | Buffer): Promise<string[]> {
  const source = await openImport(await fileOf(name, text))
  const lines: string[] = []
  for await (const item of source.read()) for (const problem of item.problems) lines.push(sayProblem({ where: item.where, problem }, say, 'en'))
  return lines
}

export interface Imported {
  done: boolean
  out: string[]
  err: string[]
}

/** A store with the catalogue and two resellers, and what imports files into it. */
export async function importer(store: Store): Promise<{ world: World; run: (name: string, text: string | Buffer, options?: Partial<RunOptions>) => Promise<Imported> }> {
  const world = new World(store)
  await installCatalogue(world.deps)
  await world.organization('hikari.example')
  await world.organization('boreal.example')
  return { world, run: (name, text, options) => importInto(world, name, text, options) }
}

async function importInto(world: World, name: string, text: string | Buffer, options: Partial<RunOptions> = {}): Promise<Imported> {
  const [out, err] = [lines(), lines()]
  const done = await runImport(world.deps, await openImport(await fileOf(name, text)), {
    say, locale: 'en', out: out.stream, err: err.stream, skipBad: false, dryRun: false, store: 'the store', ...options,
  })
  return { done, out: out.read(), err: err.read() }
}

function lines(): { stream: NodeJS.WriteStream; read: () => string[] } {
  let text = ''
  const stream = new Writable({ write: (chunk: Buffer, _encoding, next) => { text += chunk.toString(); next() } })
  return { stream: stream as unknown as NodeJS.WriteStream, read: () => text.split('\n').filter((line) => line !== '') }
}

/** Every row that an import may write, for telling whether anything changed. */
export async function everything({ db }: Store): Promise<unknown> {
  return {
    organizations: await db.organization.findMany({ include: { domains: { orderBy: { domain: 'asc' } }, units: { orderBy: { path: 'asc' } }, policy: true, licencePool: true }, orderBy: { primaryDomain: 'asc' } }),
    roles: await db.role.findMany({ where: { kind: 'CUSTOM' }, include: { privileges: { orderBy: { privilege: 'asc' } } }, orderBy: { id: 'asc' } }),
    accounts: await db.account.findMany({ include: { roles: { orderBy: { roleId: 'asc' } }, licence: true }, orderBy: { email: 'asc' } }),
    customers: await db.customer.findMany({
      include: { assignments: { orderBy: { id: 'asc' } }, subscriptions: { orderBy: { id: 'asc' } }, accessEntries: { orderBy: { id: 'asc' } }, partnerRelations: { orderBy: { id: 'asc' } } }, orderBy: { id: 'asc' },
    }),
  }
}
