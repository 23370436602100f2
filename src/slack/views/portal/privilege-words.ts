import type { Privilege } from '../../../domain/privileges.js'
import { privileges } from '../../../domain/privileges.js'
import type { OrganizationKind } from '../../../domain/words.js'
import { formatLocaleOf } from '../../../locales/words.js'
import type { Say } from '../../../locales/words.js'

/** What an account of each kind of organization can be given; others do nothing there. */
const ofKind: Record<OrganizationKind, readonly Privilege[]> = {
  RESELLER: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'DECIDE_REQUESTS', 'SUPPORT', 'VERIFY_RELATIONS', 'ADMINISTER'],
  CUSTOMER: ['SUPPORT', 'MANAGE_SUPPORT_PARTNERS', 'ADMINISTER'],
  VENDOR: ['ANSWER_CASES', 'ADMINISTER'],
}

/** One line for each privilege that means something there: what the holder may do, then what not. */
export function privilegeLines(held: readonly Privilege[], kind: OrganizationKind, say: Say): { may: string[]; mayNot: string[] } {
  const has = new Set(held)
  const known = ofKind[kind]
  return {
    may: privileges.filter((privilege) => has.has(privilege)).map((privilege) => `✅ ${mayWords(privilege, kind, say)}`),
    mayNot: known.filter((privilege) => !has.has(privilege)).map((privilege) => `➖ ${say('portal.may_not', { what: mayWords(privilege, kind, say), privilege: say(`refusals.privilege_${privilege}`) })}`),
  }
}

function mayWords(privilege: Privilege, kind: OrganizationKind, say: Say): string {
  return privilege === 'SUPPORT' ? say(`portal.may_SUPPORT_${kind}`) : say(`portal.may_${privilege}`)
}

/** Their names in one list, as the reader's language joins them. */
export function privilegeNames(held: readonly Privilege[], locale: string, say: Say): string {
  if (held.length === 0) return say('portal.no_privileges')
  return new Intl.ListFormat(formatLocaleOf(locale), { type: 'unit', style: 'short' }).format(held.map((privilege) => say(`portal.privilege_${privilege}`)))
}
