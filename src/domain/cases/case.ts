import type { CaseState, Severity } from '../words.js'

/** The question of an answer that nobody was asked: what of the message it was made from did not fit into the others. */
export const messageQuestion = 'message'

/** An answered description question, with the question as it was put to the filer. */
export interface CaseAnswer {
  questionId: string
  /** Empty for `messageQuestion`, which is called what its reader's language calls it. */
  label: string
  answer: string
}

/** What a history entry says beside its text, by kind. */
export type CaseEventData =
  | { findings: { place: string; kind: string }[]; reason: string }
  | { from: Severity; to: Severity }
  | { from: CaseState; to: CaseState }
  | { attachmentIds: string[] }
  | { emails: string[] }
