import type { CaseAction } from '../../../domain/cases/case-actions.js'
import type { OnSubmit } from '../../listeners.js'
import { BrokenPayload } from '../../payloads.js'
import { submitAnswer, submitRecordReply } from '../desk/submissions.js'
import { submitAttach } from '../files/attach.js'
import { submitClose, submitEscalation, submitHandOver, submitNote, submitReopen, submitReply, submitSeverity, submitShare } from './submissions.js'
import { readVerbKept } from './verb-kept.js'

/** What takes the text that personal data was found in. */
const submits: Partial<Record<CaseAction, OnSubmit>> = {
  reply: submitReply,
  notSolved: submitReply,
  note: submitNote,
  severity: submitSeverity,
  handOver: submitHandOver,
  share: submitShare,
  attach: submitAttach,
  escalate: submitEscalation,
  close: submitClose,
  reopen: submitReopen,
  answer: submitAnswer,
  recordReply: submitRecordReply,
}

/** Personal data stays, for a reason: what was typed into the form below goes through (CASE-2). */
export const submitConfirmed: OnSubmit = (call) => {
  const { action } = readVerbKept(call.view)
  const submit = submits[action]
  if (!submit) throw new BrokenPayload(`nothing of ${action} is confirmed`)
  return submit(call)
}
