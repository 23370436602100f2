/** A store with two resellers, a customer and a case, a fake Slack, a clock that stands still, and a delivery over them. */
import { WebClient } from '@slack/web-api'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mailer } from '../../src/delivery/mailer.js'
import { startDelivery, type Delivery } from '../../src/delivery/start-delivery.js'
import type { Store } from '../../src/store/open-store.js'
import { enqueue } from '../../src/store/outbox/outbox.js'
import type { OutboxMessage } from '../../src/store/outbox/outbox-payloads.js'
import { startFakeSlack, type FakeSlack } from './fake-slack.js'

export const start = new Date('2027-03-01T09:00:00.000Z')
export const token = 'xoxb-the-token'
const silent = () => {}

export interface Bench {
  store: Store
  slack: FakeSlack
  delivery: Delivery
  dataDir: string
  /** What delivery logged, a line each. */
  logged: string[]
  now(): Date
  /** Moves the clock by seconds and delivers what is due then. */
  after(seconds: number): Promise<void>
  put(message: OutboxMessage, more?: { dedupeKey?: string; runAt?: Date }): Promise<string>
  row(uid: string): Promise<{ state: string; attempts: number; unknown: boolean; lastError: string | null; runAt: Date }>
  /** Another process on the same store, as after a crash of the first one. */
  another(owner: string): Delivery
  stop(): Promise<void>
}

export async function startBench(fresh: () => Promise<Store>, options: { mail?: Mailer; maxBytes?: number; stopPatience?: number } = {}): Promise<Bench> {
  const store = await fresh()
  await putCase(store)
  const slack = await startFakeSlack()
  const dataDir = await mkdtemp(join(tmpdir(), 'onbehalf-delivery-'))
  let at = start
  let count = 0
  const logged: string[] = []
  const write = (fields: object, words: string) => void logged.push(`${words} ${JSON.stringify(fields)}`)
  const client = new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 2000,
    logger: { debug: silent, info: silent, warn: silent, error: silent, setLevel: silent, setName: silent, getLevel: () => 'error' as never },
  })
  const deliver = (owner: string) =>
    startDelivery({
      store, client, owner,
      ...(options.mail ? { mail: options.mail } : {}),
      files: { dataDir, token, apiUrl: slack.apiUrl, maxBytes: options.maxBytes ?? 1000 },
      now: () => at,
      log: { debug: write, info: write, warn: write, error: write },
      lookEvery: null,
      ...(options.stopPatience === undefined ? {} : { stopPatience: options.stopPatience }),
    })
  const delivery = deliver('first')
  await delivery.drain()
  return {
    store, slack, delivery, dataDir, logged,
    another: deliver,
    now: () => at,
    async after(seconds) {
      at = new Date(at.getTime() + seconds * 1000)
      await delivery.drain()
    },
    async put(message, more = {}) {
      const uid = `row-${++count}`
      await store.transaction((tx) => enqueue(tx, { message, uid, now: at, dedupeKey: uid, ...more }))
      return uid
    },
    row: async (uid) => store.db.outbox.findUniqueOrThrow({ where: { uid } }),
    async stop() {
      await delivery.stop()
      await slack.stop()
      await store.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The customer turns reseller access off or on, now. */
export async function turnSwitch(bench: Bench, change: 'SWITCH_OFF' | 'SWITCH_ON'): Promise<void> {
  const at = bench.now()
  await bench.store.db.accessEntry.create({
    data: { customerId: 1, resellerId: 'hikari', change, at, effectiveAt: at, actorName: 'Petra Vogel', basis: 'CUSTOMER_ADMIN' },
  })
}

/** hikari.example manages acme.example and filed case 1 for it; its updates go to C0HIKARI, boreal's to C0BOREAL. */
async function putCase({ db }: Store): Promise<void> {
  const organization = (id: string, kind: 'RESELLER' | 'CUSTOMER', language: string) => ({
    id, kind, name: id, primaryDomain: `${id}.example`, language, createdAt: start,
  })
  await db.organization.createMany({
    data: [organization('hikari', 'RESELLER', 'ja'), organization('boreal', 'RESELLER', 'en'), organization('acme', 'CUSTOMER', 'en')],
  })
  await db.organizationDomain.createMany({
    data: ['hikari', 'boreal', 'acme'].map((id) => ({ domain: `${id}.example`, organizationId: id, isPrimary: true })),
  })
  await db.resellerPolicy.createMany({
    data: [
      { organizationId: 'hikari', updatesChannel: 'C0HIKARI' },
      { organizationId: 'boreal', updatesChannel: 'C0BOREAL' },
    ],
  })
  await db.customer.create({
    data: {
      id: 1, organizationId: 'acme', name: 'Acme', domain: 'acme.example', supportTier: 'PREMIUM', resellerId: 'hikari',
      createdAt: start, updatedAt: start,
    },
  })
  await db.product.create({ data: { id: 'google-workspace', name: 'Google Workspace', position: 1 } })
  await db.category.create({
    data: { id: 'gmail', productId: 'google-workspace', names: { en: 'Gmail' }, keywords: [], position: 1 },
  })
  await db.case.create({
    data: {
      number: 1, kind: 'DELEGATED', customerId: 1, filedByOrgId: 'hikari', filedByName: 'Aiko Tanaka', managedAtFilingId: 'hikari',
      productId: 'google-workspace', categoryId: 'gmail', title: 'Mail is late', answers: [], severity: 'P2', language: 'en',
      timeZone: 'Europe/Berlin', state: 'NEW', filedAt: start, updatedAt: start,
    },
  })
}
