import type { AccountActor } from '../../domain/actor.js'
import type { DirectoryRecord } from '../../domain/import/directory-record.js'
import type { ImportResult } from '../../domain/import/import-result.js'
import { Refused } from '../../domain/refused.js'
import { customersByDomain, domainsByExternalId, organizationsByDomain } from '../../store/directory/look-up.js'
import type { Tx } from '../../store/open-store.js'
import { lockChannels } from '../../store/people/channel-holders.js'
import { lockOrganization } from '../../store/people/organizations.js'
import { keepSuperAdmin, permitResellerAdministration } from '../administration/administering.js'
import type { Deps } from '../deps.js'
import { checkPolicy } from './check-policy.js'
import { importDirectory, type ImportInput } from './import-directory.js'

export type ImportForDomain = Pick<ImportInput, 'read' | 'file' | 'skipBad' | 'onProblem' | 'onProgress'>

/** Throws what keeps the actor from importing for the own domain: `privileges_missing`, `for_resellers_only`, `account_suspended`. */
export function permitImport(deps: Deps, actor: AccountActor): Promise<void> {
  return deps.store.read((tx) => permitResellerAdministration(tx, actor))
}

/**
 * Imports a file for the signed-in super admin's own domain: the same checks as the command line's, and nothing that is
 * another's. Throws what `permitImport` throws, `last_super_admin`, and `changed_meanwhile` when a customer of the file
 * became somebody else's after it was checked; what was written before that stays, and importing again goes on.
 */
export async function importForDomain(deps: Deps, actor: AccountActor, input: ImportForDomain): Promise<ImportResult> {
  await permitImport(deps, actor)
  const { organizationId, domain } = actor
  let first = true
  return importDirectory(deps, actor, {
    ...input,
    reseller: domain,
    within: { organizationId, domain },
    guard: {
      before: async (tx, records) => {
        await lockOrganization(tx, organizationId)
        // Once: the file itself may take the right from whoever imports it.
        if (first) await permitResellerAdministration(tx, actor)
        first = false
        await keepToOwn(tx, actor, records)
        await keepOwnChannels(tx, actor, records)
      },
      after: async (tx, records) => {
        if (records.some(({ type }) => type === 'role' || type === 'account')) await keepSuperAdmin(tx, actor)
      },
    },
  })
}

/** Looks again who manages the customers of a batch, now that nobody else writes in between. */
async function keepToOwn(tx: Tx, { organizationId }: AccountActor, records: readonly DirectoryRecord[]): Promise<void> {
  const named = records.flatMap((record) => (record.type === 'customer' ? record.domain : record.type === 'subscription' ? record.customer : []))
  const held = await domainsByExternalId(tx, records.flatMap((record) => (record.type === 'customer' ? record.externalId ?? [] : [])))
  const domains = [...new Set([...named, ...held.values()])]
  const customers = await customersByDomain(tx, domains)
  const organizations = await organizationsByDomain(tx, domains)
  const foreign = domains.find((domain) => {
    const customer = customers.get(domain)
    return customer ? customer.resellerId !== organizationId : organizations.has(domain)
  })
  if (foreign !== undefined) throw new Refused({ code: 'changed_meanwhile', what: foreign })
}

/** The same for the channels of its policy. */
async function keepOwnChannels(tx: Tx, { organizationId, domain }: AccountActor, records: readonly DirectoryRecord[]): Promise<void> {
  for (const record of records) {
    if (record.type !== 'organization') continue
    await lockChannels(tx)
    const problems = await checkPolicy(tx, { organizationId, domain }, record)
    if (problems.length > 0) throw new Refused({ code: 'changed_meanwhile', what: domain })
  }
}
