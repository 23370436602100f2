import { writeAudit } from '../../store/audit/audit.js'
import type { Tx } from '../../store/open-store.js'
import { suspendAccounts } from '../../store/people/accounts.js'
import type { AccountRow } from '../../store/people/accounts.js'
import type { SlackIdentity } from '../../store/people/slack-users.js'
import { slackSignIn } from './usable.js'

/** Suspends the accounts of a Slack user who was deactivated, the last super admin's too (ACCOUNT-1). Again changes nothing. */
export async function suspendDeactivated(tx: Tx, { teamId, userId }: SlackIdentity, own: readonly AccountRow[], now: Date): Promise<void> {
  const active = own.filter((account) => account.status === 'ACTIVE')
  await suspendAccounts(tx, active.map((account) => account.id))
  for (const account of active) {
    await writeAudit(tx, {
      at: now, actor: slackSignIn, action: 'account.suspended', subjectType: 'account', subjectId: account.id,
      before: { status: 'ACTIVE' }, after: { status: 'SUSPENDED', because: 'slack_user_deactivated' },
      origin: { teamId, userId },
    })
  }
}
