import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import type { DraftFile } from '../../domain/cases/draft.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import type { CaseVerb } from '../verbs/change-case.js'

export interface AttachFiles extends CaseVerb {
  files: readonly Omit<DraftFile, 'chosen'>[]
  confirmation?: Confirmation | undefined
}

export function attachFiles(deps: Deps, actor: AccountActor, { number, files }: AttachFiles): Promise<CaseDone> {
  throw new Error(`not built yet: attach ${files.length} to ${number} by ${actor.name} ${typeof deps}`)
}
