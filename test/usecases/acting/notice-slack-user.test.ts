import { describe, expect, it, vi } from 'vitest'
import { noticeSlackUser } from '../../../src/usecases/acting/notice-slack-user.js'
import { resolveActor } from '../../../src/usecases/acting/resolve-actor.js'
import { tieAccounts } from '../../../src/store/people/accounts.js'
import { saveSlackUser } from '../../../src/store/people/slack-users.js'
import { eachStore, freshPostgresql } from '../../support/stores.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { smallWorld } from '../../support/world.js'

const profile = { email: 'Aiko@hikari.example', name: 'Aiko', locale: 'ja-JP', timeZone: 'Asia/Tokyo', isBot: false, isDeleted: false, isGuest: false, isStranger: false }

describe('noticeSlackUser', () => { eachStore((_name, fresh) => {
  it('writes nothing of people nobody knows, though an account waits for their address', async () => {
    const { world, deps, hikari } = await smallWorld(await fresh())
    await world.account('mei@hikari.example', hikari, { slackUserId: null })
    await expectNoRowsWritten(world.store, () => noticeSlackUser(deps, { teamId: 'T1', userId: 'UMEI', profile: { ...profile, email: 'mei@hikari.example' } }))
    expect(await world.store.db.slackUser.count()).toBe(0)
  })

  it('writes nothing of a deactivated stranger either', async () => {
    const { world, deps } = await smallWorld(await fresh())
    await expectNoRowsWritten(world.store, () => noticeSlackUser(deps, { teamId: 'T1', userId: 'UMEI', profile: { ...profile, isDeleted: true } }))
    expect(await world.store.db.slackUser.count()).toBe(0)
  })

  it('keeps what Slack tells of those who are known, so that the next click obeys it', async () => {
    const { world, deps, aiko } = await smallWorld(await fresh())
    const clicks = () => resolveActor(deps, { ...aiko.slack, loadProfile: async () => ({ ...profile, locale: 'en' }) })
    expect(await clicks()).toMatchObject({ reader: { locale: 'en' } })
    await noticeSlackUser(deps, { ...aiko.slack, profile })
    expect(await clicks()).toMatchObject({ reader: { locale: 'ja-JP', timeZone: 'Asia/Tokyo' }, actor: { accountId: aiko.accountId } })
    await noticeSlackUser(deps, { ...aiko.slack, profile: { ...profile, isGuest: true } })
    expect(await clicks()).toMatchObject({ refusal: { code: 'guest_without_account' } })
    expect(await world.store.db.account.findUniqueOrThrow({ where: { id: aiko.accountId } })).toMatchObject({ status: 'ACTIVE', slackUserId: aiko.slack.userId })
  })

  it('ACCOUNT-1: suspends every account of a deactivated user at once, and once', async () => {
    const { world, deps, aiko, boreal, omar } = await smallWorld(await fresh())
    const second = await world.account('aiko@boreal.example', boreal, { slackUserId: aiko.slack.userId })
    const gone = { ...aiko.slack, profile: { ...profile, isDeleted: true } }
    await noticeSlackUser(deps, gone)
    await expectNoRowsWritten(world.store, () => noticeSlackUser(deps, gone))
    const suspended = await world.store.db.account.findMany({ where: { status: 'SUSPENDED' } })
    expect(suspended.map(({ id }) => id).sort()).toEqual([aiko.accountId, second.accountId].sort())
    expect(await world.store.db.account.findUniqueOrThrow({ where: { id: omar.accountId } })).toMatchObject({ status: 'ACTIVE' })
    expect(await world.store.db.audit.findMany({ where: { action: 'account.suspended' } })).toMatchObject([1, 2].map(() => ({
      actorName: 'slack-sign-in', before: { status: 'ACTIVE' }, after: { status: 'SUSPENDED', because: 'slack_user_deactivated' }, origin: aiko.slack,
    })))
    // Slack is asked again at the next click, and the accounts stay suspended whatever it says.
    expect(await resolveActor(deps, { ...aiko.slack, loadProfile: async () => profile })).toMatchObject({ refusal: { code: 'account_suspended' } })
  })
}) })

describe('noticeSlackUser at the moment of first use, on PostgreSQL', () => {
  const fresh = freshPostgresql()

  it('ACCOUNT-1: suspends the account that is being tied to a user who was deactivated meanwhile', async () => {
    const { world, deps, hikari } = await smallWorld(await fresh())
    const mei = await world.account('mei@hikari.example', hikari, { slackUserId: null })
    const who = { teamId: 'T1', userId: 'UMEI' }
    let commit = (): void => undefined
    const held = new Promise<void>((resolve) => { commit = resolve })
    let tied = (): void => undefined
    const inside = new Promise<void>((resolve) => { tied = resolve })
    const firstUse = world.store.transaction(async (tx) => {
      await saveSlackUser(tx, { ...who, ...profile, fetchedAt: world.now })
      await tieAccounts(tx, [mei.accountId], who, world.now)
      tied()
      await held
    })
    await inside
    const noticed = noticeSlackUser(deps, { ...who, profile: { ...profile, isDeleted: true } })
    try {
      await vi.waitFor(async () => {
        const waiting = await world.store.db.$queryRaw`SELECT 1 AS waits FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
        expect(waiting).toEqual([{ waits: 1 }])
      })
    } finally {
      commit()
    }
    await firstUse
    await noticed
    expect(await world.store.db.account.findUniqueOrThrow({ where: { id: mei.accountId } })).toMatchObject({ status: 'SUSPENDED', slackUserId: 'UMEI' })
  })
})
