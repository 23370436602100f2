import type { AccountActor } from '../domain/actor.js'
import { kindsDecidedBy } from '../domain/approvals/deciders.js'
import type { CaseFilters } from '../domain/cases/case-filters.js'
import type { HomeValue } from '../domain/home.js'
import { Refused } from '../domain/refused.js'
import { countWaitingFor, findWaitingFor } from '../store/approvals/approval-lists.js'
import { findAccount } from '../store/people/accounts.js'
import type { Tx } from '../store/open-store.js'
import { unfinishedDrafts } from './filing/build-form.js'
import { loadCaseList } from './cases/case-list.js'
import type { Deps } from './deps.js'
import { listQueue } from './desk/list-queue.js'
import { casesBlockedBy, mayFile } from './acting/permit.js'
import { otherDomains } from './acting/usable-accounts.js'
import { countStates } from './home/count-states.js'
import { whatWaits } from './home/what-waits.js'

export interface OpenHome {
  /** Every case when left out. */
  filters?: CaseFilters
  /** `next` of the page before. */
  after?: string
}

/** Approvals that are shown; all of them are behind `/approvals`. */
const mostApprovals = 3
/** Cases of the desk's queue that are shown; all of them are behind `/case queue`. */
const queueShown = 5

type HomeCases = Pick<HomeValue, 'waits' | 'moreWaits' | 'counts' | 'cases'>

/**
 * The portal at a glance. Who may see no cases is told why in their place, and so is a filter that cannot be followed any
 * more, so that nobody is refused a home.
 */
export async function openHome(deps: Deps, actor: AccountActor, { filters = {}, after }: OpenHome = {}): Promise<HomeValue> {
  const queue = actor.organizationKind === 'VENDOR' && actor.privileges.has('ANSWER_CASES') ? await listQueue(deps, actor, { limit: queueShown }) : null
  return deps.store.read(async (tx) => {
    const account = await findAccount(tx, actor.accountId)
    const waiting = await countWaitingFor(tx, actor, kindsDecidedBy(actor))
    return {
      account: {
        name: account.name,
        email: account.email,
        domain: actor.domain,
        organizationName: account.organization.name,
        organizationKind: actor.organizationKind,
        supportOnly: actor.supportOnly,
      },
      domains: actor.domains,
      others: await otherDomains(tx, actor),
      waiting,
      approvals: waiting === 0 ? [] : await findWaitingFor(tx, actor, kindsDecidedBy(actor), { after: null, take: mostApprovals }),
      administers: actor.privileges.has('ADMINISTER'),
      mayFile: mayFile(actor),
      unfinished: await unfinishedDrafts(tx, actor, null),
      filters,
      queue,
      ...(await homeCases(tx, actor, { filters, ...(after !== undefined && { after }) }, deps.now())),
    }
  })
}

async function homeCases(tx: Tx, actor: AccountActor, { filters, after }: Required<Pick<OpenHome, 'filters'>> & OpenHome, now: Date): Promise<HomeCases> {
  const nothing = { waits: [], moreWaits: false, counts: null }
  const refusal = await casesBlockedBy(tx, actor)
  if (refusal) return { ...nothing, cases: { refusal } }
  const waits = await whatWaits(tx, actor, now)
  try {
    const cases = await loadCaseList(tx, actor, { ...filters, ...(after !== undefined && { after }) }, now)
    // The desk counts its queue instead.
    const counts = actor.organizationKind === 'VENDOR' ? null : await countStates(tx, {
      actor, ...(cases.customer && { customerIds: [cases.customer.id] }), ...(filters.mine && { ownerId: actor.accountId }),
    }, now)
    return { ...nothing, ...waits, counts, cases }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ...nothing, ...waits, cases: { refusal: error.refusal } }
  }
}
