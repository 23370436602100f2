import { describe, expect, test } from 'vitest'
import type { AuditFinding } from '../../src/domain/audit.js'
import { verifyAudit } from '../../src/usecases/audit/verify-audit.js'
import { stories, type Story } from '../support/story.js'
import { approves, decides } from './steps.js'

const team = '#team-hikari'
const lounge = '#support-lounge'

async function verified({ bot }: Story): Promise<{ findings: AuditFinding[]; rows: number; unsealed: number }> {
  const findings: AuditFinding[] = []
  const { rows, unsealed } = await verifyAudit({ store: bot.store }, { onFinding: (finding) => findings.push(finding) })
  return { findings, rows, unsealed }
}

/** Access asked for, given, confirmed, taken back; a consent, a record that is declined; a policy, an account. */
async function lives(story: Story): Promise<void> {
  const { person, bot } = story
  const [camille, dana, noor, liam, omar, mei] = [person('camille'), person('dana'), person('noor'), person('liam'), person('omar'), person('mei')]
  await camille.asks(team, '/access request globex.example', 'was asked for access')
  await approves(liam, 'asks for access')
  await camille.presses('It works now', await camille.asks(team, '/access check globex.example', 'You cannot file'))
  await camille.sees('Confirmed: reseller access')
  await liam.presses('Turn access off', await liam.asks(lounge, '/access revoke globex.example', 'Turn reseller access to Globex Corporation off?'))
  await liam.sees('was turned off')
  await camille.asks(team, '/access request initech.example', 'were asked to agree')
  await approves(dana, 'asks Hikari Cloud to agree to support')
  await dana.types('#approvals', '/access grant umbrella.example')
  await dana.seesModal('"text":"Evidence"')
  await dana.chooses('Subscription', 'Google Vault')
  await dana.fills('Evidence', 'A letter')
  await dana.submits()
  await decides(noor, 'Decline', 'recorded that Umbrella Group', 'Which letter?')
  await omar.types('#approvals', '/portal policy')
  await omar.seesModal('Reminder after hours')
  await omar.fills('Reminder after hours', '5')
  await omar.submits()
  await omar.seesModal('is saved')
  await omar.closes()
  await mei.asks(team, '/portal switch boreal.example', 'You act on boreal.example now')
  await bot.drain()
}

describe('the audit trail of a day', () => {
  const start = stories('socket')

  test('has every change of permission, access and approval with who did it; it verifies, and what is changed or taken by hand is found', async () => {
    const story = await start()
    const { db } = story.bot.store
    await lives(story)
    await story.bot.chores()
    const sound = await verified(story)
    expect(sound).toMatchObject({ findings: [], unsealed: 0 })
    expect(sound.rows).toBe(await db.audit.count())

    const trail = (await db.audit.findMany({ orderBy: { id: 'asc' } })).map(({ action, actorName }) => `${action} ${actorName}`)
    for (const row of [
      'approval.asked Camille Laurent', 'approval.approved Liam Ortiz', 'access.switched_on Liam Ortiz', 'access.confirmed Camille Laurent', 'access.switched_off Liam Ortiz',
      'approval.approved Dana Reed', 'access.consented Dana Reed', 'approval.asked Dana Reed', 'approval.declined Noor Aziz', 'policy.changed Omar Said',
    ]) expect(trail).toContain(row)

    const [changed, gone] = await db.audit.findMany({ where: { action: 'approval.approved' }, orderBy: { id: 'asc' } })
    await db.audit.update({ where: { id: changed!.id }, data: { actorName: 'Somebody else' } })
    await db.audit.delete({ where: { id: gone!.id } })
    expect((await verified(story)).findings).toEqual(expect.arrayContaining([
      expect.objectContaining({ code: 'row_changed', row: changed!.id }), expect.objectContaining({ code: 'row_missing', row: gone!.id }),
    ]))
    // Sealing goes on over it, and heals nothing.
    await story.person('camille').asks(team, '/access request stark.example', /no customer|No customer/i)
    await story.bot.chores()
    expect((await verified(story)).findings).toHaveLength(2)
  })
})
