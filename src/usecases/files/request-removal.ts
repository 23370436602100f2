import type { AccountActor } from '../../domain/actor.js'
import type { Deps } from '../deps.js'
import type { FileDone, FileVerb } from './file-verb.js'

export function requestRemoval(deps: Deps, actor: AccountActor, { attachmentId }: FileVerb & { reason: string }): Promise<FileDone> {
  throw new Error(`not built yet: remove ${attachmentId} by ${actor.name} ${typeof deps}`)
}
