/** Who may see and do what with a file of a case (CASE-2, CASE-4). Views ask the same functions which buttons to show. */
import type { AccountActor } from '../actor.js'
import type { PersonalDataKind } from '../personal-data.js'
import type { AttachmentState, CaseState, Desk } from '../words.js'

/** What was found in a file, masked. */
export interface FileFinding {
  /** From 1. */
  line: number
  kind: PersonalDataKind
  excerpt: string
}

/** Of a file's findings, those that are kept and shown. */
export const mostFindings = 50

export const fileActions = ['get', 'release', 'withdraw', 'requestRemoval'] as const
export type FileAction = (typeof fileActions)[number]

/** What of a file decides about it. */
export interface ActedFile {
  state: AttachmentState
  /** Null: its author's account is gone. */
  addedById: string | null
}

type FileCaseFacts = { state: CaseState; desk: Desk }
type Who = Pick<AccountActor, 'accountId' | 'organizationKind'>

/** States in which desk, shares and everybody else who sees the case get a file. */
export const handedOut = ['RELEASED', 'NOT_SEARCHED'] as const satisfies readonly AttachmentState[]

export function isHandedOut(state: AttachmentState): boolean {
  return state === 'RELEASED' || state === 'NOT_SEARCHED'
}

/** Whether the actor, who sees the case, is shown that there is such a file: what is held back is its author's alone. */
export function fileShownTo({ state, addedById }: ActedFile, { accountId }: Pick<Who, 'accountId'>): boolean {
  return isHandedOut(state) || (addedById === accountId && state !== 'WITHDRAWN')
}

/** Everything the actor, who sees the case, may do with a file now, in the order buttons stand in. */
export function fileMay(file: ActedFile, kase: FileCaseFacts, who: Who): FileAction[] {
  return fileActions.filter((action) => holds(action, file, kase, who))
}

function holds(action: FileAction, { state, addedById }: ActedFile, kase: FileCaseFacts, { accountId, organizationKind }: Who): boolean {
  const own = addedById === accountId
  switch (action) {
    case 'get':
      return isHandedOut(state) || (own && state === 'HELD')
    case 'release':
      return own && state === 'HELD'
    case 'withdraw':
      return own && (state === 'CHECKING' || state === 'HELD' || state === 'FAILED')
    case 'requestRemoval':
      // A desk that answers in a web portal is asked there; the built-in one needs no request from itself.
      return isHandedOut(state) && organizationKind !== 'VENDOR' && kase.desk === 'BUILT_IN' && kase.state !== 'PENDING_APPROVAL'
  }
}
