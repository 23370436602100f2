import type { AccountActor } from '../../domain/actor.js'
import type { RecordGrantForm } from '../../domain/access/access-answers.js'
import type { Deps } from '../deps.js'

export interface OpenRecordGrant {
  customer: string | number
}

export async function openRecordGrant(_deps: Deps, _actor: AccountActor, _input: OpenRecordGrant): Promise<RecordGrantForm> {
  throw new Error('not built yet')
}
