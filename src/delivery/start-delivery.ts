import type { WebClient } from '@slack/web-api'
import { setTimeout as delay } from 'node:timers/promises'
import type { Store } from '../store/open-store.js'
import { claimDue, nextRunAt, sweepLeases } from '../store/outbox/outbox-leases.js'
import { deliverRow } from './deliver-row.js'
import type { Log } from './log.js'
import type { Mailer } from './mailer.js'
import type { Sending } from './sending.js'
import { slackCalls } from './slack-calls.js'

export interface DeliveryOptions {
  store: Store
  /** Without retries of its own and with `rejectRateLimitedCalls`: delivery decides when to try again. */
  client: WebClient
  files: Sending['files']
  mail?: Mailer
  now: () => Date
  log: Log
  /** Names this process in leases. */
  owner: string
  /** How many lanes are served at the same time. */
  lanes?: number
  /** Milliseconds between looks nobody asked for (another process may have put a row in); null: only when woken. */
  lookEvery?: number | null
  /** Milliseconds that `stop` waits for what is being sent. */
  stopPatience?: number
  fetch?: typeof fetch
  /** What follows once a file was fetched and searched, or could not be: told to its author, desk and shares. Nothing unless told. */
  fileSettled?: Sending['fileSettled']
}

export interface Delivery {
  /** Something may be waiting. Costs nothing when called often. */
  wake(): void
  /** Resolves when everything whose time has come was tried. */
  drain(): Promise<void>
  /** Takes nothing new, and resolves when what is being sent has ended, or takes too long. */
  stop(): Promise<void>
}

/** Longer than the timeouts of all calls one attempt can make. */
const leaseMilliseconds = 120_000
const sweepEveryMilliseconds = 10_000

/** Carries outbox rows to Slack and the mail server until stopped. */
export function startDelivery(options: DeliveryOptions): Delivery {
  const { store, now, log, owner, lanes = 8, lookEvery = 5_000, stopPatience = 20_000 } = options
  const sending: Sending = {
    store, now, log,
    slack: slackCalls(options.client, now),
    mail: options.mail ?? null,
    files: options.files,
    fetch: options.fetch ?? fetch,
    fileSettled: options.fileSettled ?? (() => Promise.resolve()),
  }
  const inFlight = new Map<number, Promise<void>>()
  let turn: Promise<number> = Promise.resolve(0)
  let queued = false
  let stopped = false
  let sweptAt: Date | null = null
  let timer: NodeJS.Timeout | undefined

  async function sweep(): Promise<void> {
    const at = now()
    if (sweptAt && Math.abs(at.getTime() - sweptAt.getTime()) < sweepEveryMilliseconds) return
    // SQLite has one writing process: at its start nobody else can be sending.
    const all = sweptAt === null && store.kind === 'sqlite'
    sweptAt = at
    const freed = await store.transaction((tx) => sweepLeases(tx, { now: at, all, except: [...inFlight.keys()] }))
    if (freed > 0) log.warn({ freed }, 'freed rows whose sender did not come back')
  }

  /** Claims what may go and sends it off; answers how many rows that were. */
  async function takeTurn(): Promise<number> {
    queued = false
    if (stopped) return 0
    let claimed = 0
    clearTimeout(timer)
    try {
      await sweep()
      const limit = lanes - inFlight.size
      const at = now()
      const leaseUntil = new Date(at.getTime() + leaseMilliseconds)
      const rows = limit > 0 ? await store.transaction((tx) => claimDue(tx, { kind: store.kind, owner, now: at, leaseUntil, limit })) : []
      claimed = rows.length
      for (const row of rows) {
        const sent = deliverRow(sending, row)
          // The row stays leased; once the lease has lapsed it is looked for and sent again.
          .catch((error: unknown) => log.error({ row: row.id, err: error }, 'how the row went could not be written down'))
          .finally(() => {
            inFlight.delete(row.id)
            wake()
          })
        inFlight.set(row.id, sent)
      }
    } catch (error) {
      log.error({ err: error }, 'the outbox could not be read')
    }
    await setTimer()
    return claimed
  }

  async function setTimer(): Promise<void> {
    if (lookEvery === null || stopped) return
    const next = await nextRunAt(store.db, now()).catch(() => null)
    const wait = next ? Math.max(10, Math.min(lookEvery, next.getTime() - now().getTime())) : lookEvery
    clearTimeout(timer)
    timer = setTimeout(wake, wait)
    timer.unref()
  }

  function wake(): void {
    if (queued || stopped) return
    queued = true
    turn = turn.then(takeTurn)
  }

  wake()
  return {
    wake,
    async drain() {
      while (!stopped) {
        wake()
        const last = turn
        const claimed = await last
        if (inFlight.size > 0) await Promise.race(inFlight.values())
        // A row that ended meanwhile has asked for another turn: its lane may hold more.
        else if (claimed === 0 && turn === last) return
      }
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await turn
      clearTimeout(timer)
      // What takes longer keeps its lease, and is looked for by whoever frees it.
      const sent = Promise.all(inFlight.values())
      if (inFlight.size > 0) await Promise.race([sent, delay(stopPatience, undefined, { ref: false })])
    },
  }
}
