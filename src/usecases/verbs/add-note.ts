import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import { changeCase } from './change-case.js'
import type { CaseVerb } from './change-case.js'
import { readTypedText } from './typed-text.js'

export interface AddNote extends Omit<CaseVerb, 'seen'> {
  message: string
  confirmation?: Confirmation | undefined
}

/**
 * Writes a note that the actor's own organization reads and nobody else ever (SCOPE-6), of closed cases too. Neither the
 * version nor the last update of the case tells of it, so nobody's form is overtaken by one. Throws `Refused`: what
 * `changeCase` throws, `form`, and `personal_data` until it is confirmed with a reason (CASE-2).
 */
export function addNote(deps: Deps, actor: AccountActor, { message, confirmation, ...verb }: AddNote): Promise<CaseDone> {
  // However it was shown: a note overtakes nothing, and is overtaken by nothing.
  return changeCase(deps, actor, 'note', { ...verb, seen: undefined }, () => {
    const { text, kept } = readTypedText('message', message, confirmation)
    return Promise.resolve({
      entries: [{ kind: 'NOTE', audience: 'ORGANIZATION', text, ...(kept.confirmed && { data: { confirmed: kept.confirmed } }) }],
      audit: { action: 'case.noted', after: kept },
      news: null,
    })
  })
}
