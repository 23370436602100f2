import type { AccountActor } from '../../domain/actor.js'
import type { Deps } from '../deps.js'
import type { FileDone, FileVerb } from './file-verb.js'

export function withdrawFile(deps: Deps, actor: AccountActor, { attachmentId }: FileVerb): Promise<FileDone> {
  throw new Error(`not built yet: withdraw ${attachmentId} by ${actor.name} ${typeof deps}`)
}
