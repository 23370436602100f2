import type { Command } from 'commander'
import { readConfig } from '../../config.js'
import type { Say } from '../../locales/words.js'
import { migrate } from '../../store/database/migrate.js'
import { openStore, type Store } from '../../store/open-store.js'
import { Told } from '../told.js'
import { writeExport } from './export.js'
import { readExportOptions, type ExportOptions } from './export-options.js'
import { sayVerified } from './say-verified.js'

/** `onbehalf audit`: what `verify` and `export` do with the audit trail in the store of `DATABASE_URL`. */
export function addAuditCommand(program: Command, say: Say): void {
  const audit = program.command('audit').description(say('cli.audit_does'))
  audit
    .command('verify')
    .description(say('cli.audit_verify_does'))
    .option('--head <hash>', say('cli.audit_verify_head'))
    .action(async ({ head }: { head?: string }) => {
      if (head !== undefined && !/^[0-9a-f]{64}$/i.test(head)) throw new Told(say('cli.audit_head_wrong'))
      await withStore(async (store) => {
        const { lines, good } = await sayVerified(store, say, head?.toLowerCase())
        for (const line of lines) (good ? console.log : console.error)(line)
        if (!good) process.exitCode = 1
      })
    })
  audit
    .command('export')
    .description(say('cli.audit_export_does'))
    .option('--since <date>', say('cli.audit_since'))
    .option('--until <date>', say('cli.audit_until'))
    .option('--domain <domain>', say('cli.audit_domain'))
    .option('--format <format>', say('cli.audit_format'))
    .option('--output <file>', say('cli.audit_output'))
    .action(async (given: ExportOptions) => {
      const options = readExportOptions(given, say)
      await withStore(async (store) => {
        const count = await writeExport(store, options, say, process.stdout)
        if (options.output !== undefined) console.log(say('cli.audit_exported', { count, output: options.output }))
      })
    })
}

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const url = readConfig().databaseUrl
  await migrate({ url })
  const store = await openStore({ url })
  try {
    await work(store)
  } finally {
    await store.close()
  }
}
