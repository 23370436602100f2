import type { Command } from 'commander'
import { setFlagsFromString } from 'node:v8'
import { supportTiers, type SupportTier } from '../../domain/words.js'
import { readConfig } from '../../config.js'
import type { Say } from '../../locales/words.js'
import { migrate } from '../../store/database/migrate.js'
import { sortableIds } from '../../store/new-id.js'
import { openStore } from '../../store/open-store.js'
import { storeName } from '../../store/database/store-url.js'
import { installCatalogue } from '../../usecases/import/install-catalogue.js'
import { domain } from './fields.js'
import { openImport, type OpenImport } from './open-import.js'
import { runImport } from './run-import.js'

interface Options {
  reseller?: string
  tier?: string
  skipBad?: boolean
  dryRun?: boolean
}

/** `onbehalf import <file>`: puts a file into the store of `DATABASE_URL`; exits 1 when nothing could be written. */
export function addImportCommand(program: Command, say: Say): void {
  program
    .command('import <file>')
    .description(say('imports.command_does'))
    .option('--reseller <domain>', say('imports.option_reseller'))
    .option('--tier <tier>', say('imports.option_tier'))
    .option('--skip-bad', say('imports.option_skip_bad'))
    .option('--dry-run', say('imports.option_dry_run'))
    .action(async (path: string, options: Options) => {
      // What is live stays small, but the collector would let several times as much garbage pile up beside it.
      setFlagsFromString('--heap-growing-percent=50')
      const config = readConfig()
      const reseller = options.reseller === undefined ? undefined : readReseller(options.reseller, say)
      const tier = options.tier === undefined ? undefined : readTier(options.tier, say)
      const source = await open(path, say)
      await migrate({ url: config.databaseUrl })
      const store = await openStore({ url: config.databaseUrl })
      try {
        const now = (): Date => new Date()
        const deps = { store, now, newId: sortableIds(now) }
        await installCatalogue(deps)
        const done = await runImport(deps, source, {
          say, locale: config.locale, out: process.stdout, err: process.stderr, skipBad: options.skipBad === true, dryRun: options.dryRun === true, store: storeName(config.databaseUrl),
          ...(reseller !== undefined && { reseller }), ...(tier !== undefined && { tier }),
        })
        if (!done) process.exitCode = 1
      } finally {
        await store.close()
      }
    })
}

function readReseller(found: string, say: Say): string {
  const parsed = domain.safeParse(found)
  if (!parsed.success) throw new Error(say('imports.reseller_wrong', { found }))
  return parsed.data
}

function readTier(found: string, say: Say): SupportTier {
  const tier = supportTiers.find((each) => each === found.toUpperCase())
  if (!tier) throw new Error(say('imports.tier_wrong', { found }))
  return tier
}

/** Without what the file system threw as its cause: the words for that are of files the bot writes. */
async function open(path: string, say: Say): Promise<OpenImport> {
  const source = await openImport(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Error(say('imports.file_missing', { path }))
    return new Error(say('imports.file_not_readable', { path, detail: error instanceof Error ? error.message : String(error) }))
  })
  if (source instanceof Error) throw source
  return source
}
