import type { Privilege } from '../privileges.js'
import { missingForCases } from '../privileges.js'
import type { OrganizationKind } from '../words.js'

/** One reason why somebody lacks portal access, in the sense of Google's reference 177584086: a privilege is one that is missing. */
export type AccessLack = 'suspended' | Privilege

/**
 * Why an account lacks portal access; nothing when it has it. The privileges are those that guard the cases (SCOPE-2, SCOPE-4,
 * SCOPE-6). Who never came by in Slack does not lack it: they are tied at first use (ACCOUNT-5).
 */
export function accessLacks(
  account: { status: 'ACTIVE' | 'SUSPENDED'; privileges: ReadonlySet<Privilege> },
  kind: OrganizationKind,
): AccessLack[] {
  return [
    ...(account.status === 'SUSPENDED' ? ['suspended' as const] : []),
    ...missingForCases(account.privileges, kind),
  ]
}
