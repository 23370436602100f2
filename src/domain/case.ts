import type { CaseState, Severity } from './words.js'

/** An answered description question, with the question as it was put to the filer. */
export interface CaseAnswer {
  questionId: string
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
