import type { OtherDomain } from './accounts/account-sheet.js'
import type { CaseList } from './cases/case-view.js'
import type { UnfinishedDraft } from './cases/filing-form.js'
import type { RefusalOf } from './refused.js'
import type { OrganizationKind } from './words.js'

/** The portal at a glance, for the signed-in account. */
export interface HomeValue {
  account: {
    name: string
    email: string
    /** The organization's primary domain, and its name. */
    domain: string
    organizationName: string
    organizationKind: OrganizationKind
  }
  /** The domains the person has active accounts on, the signed-in one first. */
  domains: readonly string[]
  /** Those of them to switch to, with their organizations' names. */
  others: OtherDomain[]
  /** Approvals that wait for the account. */
  waiting: number
  /** Whether the account administers its domain. */
  administers: boolean
  /** Whether *File a case* is offered. */
  mayFile: boolean
  /** At most three: returned ones first, then the newest. */
  unfinished: UnfinishedDraft[]
  /** The newest ten, or why there are none to be seen. */
  cases: CaseList | { refusal: RefusalOf<'privileges_missing'> }
}
