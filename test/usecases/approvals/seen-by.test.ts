import { describe, expect, it } from 'vitest'
import { handOnApproval } from '../../../src/usecases/approvals/hand-on-approval.js'
import { showApproval } from '../../../src/usecases/approvals/show-approval.js'
import { withdrawApproval } from '../../../src/usecases/approvals/withdraw-approval.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { approvalWorld } from './approval-world.js'

describe('a request of another own account', () => {
  eachStore((_name, fresh) => {
    it('says which domain it is of, to who is asked and to who asked, and to nobody else (SCOPE-1)', async () => {
      const { world, db, deps, boreal, noor, askConsent, decide, aiko } = await approvalWorld(await fresh())
      const { id } = await askConsent()
      const noorThere = await world.account('noor@boreal.example', boreal, { name: 'Noor', personEmail: 'noor@hikari.example', slackUserId: noor.slack.userId })
      const aikoThere = await world.account('aiko@boreal.example', boreal, { name: 'Aiko', personEmail: 'aiko@hikari.example', slackUserId: aiko.slack.userId })
      const stranger = await world.account('sven2@boreal.example', boreal, { name: 'Sven', slackUserId: 'USVEN2' })
      const other = { code: 'other_account', domain: 'hikari.example', signedIn: 'boreal.example' }
      await expectNoRowsWritten(world.store, async () => {
        for (const own of [noorThere, aikoThere]) {
          expect(await refusalOf(showApproval(deps, own, { approvalId: id }))).toEqual(other)
          expect(await refusalOf(decide(own, id))).toEqual(other)
          expect(await refusalOf(withdrawApproval(deps, own, { approvalId: id, deliveryKey: 'k' }))).toEqual(other)
          expect(await refusalOf(handOnApproval(deps, own, { approvalId: id, toAccountId: noor.accountId, deliveryKey: 'k' }))).toEqual(other)
        }
        expect(await refusalOf(showApproval(deps, stranger, { approvalId: id }))).toEqual({ code: 'approval_not_found' })
      })
      // Nothing can be done about one that is suspended.
      await db.account.update({ where: { id: noor.accountId }, data: { status: 'SUSPENDED' } })
      expect(await refusalOf(showApproval(deps, noorThere, { approvalId: id }))).toEqual({ code: 'approval_not_found' })
    })
  })
})
