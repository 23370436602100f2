import type { Command } from 'commander'
import { readConfig } from '../config.js'
import type { Say } from '../locales/words.js'
import { migrate } from '../store/database/migrate.js'
import { openStore, type Store } from '../store/open-store.js'
import { listUndelivered, resend, type Undelivered } from '../store/outbox/outbox-undelivered.js'
import { Told } from './told.js'

/** Rows that are listed. */
const listed = 100

/** `onbehalf deliveries`: what waits to be sent or was given up in the store of `DATABASE_URL`, and sending it again. */
export function addDeliveriesCommand(program: Command, say: Say): void {
  program
    .command('deliveries')
    .description(say('cli.deliveries_does'))
    .option('--resend <id>', say('cli.deliveries_resend'))
    .action(async (options: { resend?: string }) => {
      const url = readConfig().databaseUrl
      const which = options.resend === undefined ? null : readWhich(options.resend, say)
      await migrate({ url })
      const store = await openStore({ url })
      try {
        const lines = which === null ? await sayUndelivered(store, say) : [await sayResent(store, which, say)]
        for (const line of lines) console.log(line)
      } finally {
        await store.close()
      }
    })
}

function readWhich(text: string, say: Say): number | 'all' {
  if (text === 'all') return 'all'
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Told(say('cli.deliveries_resend_wrong'))
  return Number(text)
}

/** A line for each row that waits or was given up. */
export async function sayUndelivered(store: Store, say: Say): Promise<string[]> {
  const { rows, count } = await listUndelivered(store.db, listed)
  if (count === 0) return [say('cli.deliveries_none')]
  const more = count > rows.length ? [say('cli.deliveries_more', { count: count - rows.length })] : []
  const hint = rows.some((row) => row.givenUp) ? [say('cli.deliveries_hint')] : []
  return [...rows.map((row) => sayRow(row, say)), ...more, ...hint]
}

function sayRow(row: Undelivered, say: Say): string {
  const { id, kind, caseNumber, channel, givenUp, attempts, lastError, createdAt, runAt } = row
  const state = givenUp ? say('cli.delivery_given_up') : say('cli.delivery_waits', { at: runAt.toISOString() })
  const parts = [
    kind === null ? say('cli.delivery_unreadable') : say(`cli.delivery_${kind}`),
    ...(caseNumber === null ? [] : [say('cli.delivery_of_case', { number: String(caseNumber) })]),
    ...(channel === null ? [] : [say('cli.delivery_to_channel', { channel })]),
    say('cli.delivery_since', { at: createdAt.toISOString() }),
    say('cli.delivery_attempts', { count: attempts }),
    ...(lastError === null ? [] : [say('cli.delivery_error', { error: lastError })]),
  ]
  return `${id}  ${state} · ${parts.join(' · ')}`
}

/** Puts one row, or all that were given up, back into the outbox; a running bot takes them up within seconds. */
export async function sayResent(store: Store, which: number | 'all', say: Say, now = new Date()): Promise<string> {
  const count = await store.transaction((tx) => resend(tx, which, now))
  if (count === 0 && which !== 'all') throw new Told(say('cli.deliveries_no_such', { id: String(which) }))
  return say('cli.deliveries_resent', { count })
}
