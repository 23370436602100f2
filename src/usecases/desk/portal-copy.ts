import type { AccountActor } from '../../domain/actor.js'
import type { PortalCopy } from '../../domain/cases/portal-copy.js'
import type { Deps } from '../deps.js'

export function portalCopy(_deps: Deps, _actor: AccountActor, _input: { number: number }): Promise<PortalCopy> {
  throw new Error('not built yet')
}
