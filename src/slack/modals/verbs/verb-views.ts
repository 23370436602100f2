import type { CaseAction } from '../../../domain/cases/case-actions.js'
import type { FormField } from '../../../domain/form-problem.js'
import type { MessageKey } from '../../../locales/message-key.js'
import { answerForm, recordReplyForm } from '../../views/desk/answer-form.js'
import { portalNumberForm } from '../../views/desk/portal-number-form.js'
import { attachForm } from '../../views/files/attach-form.js'
import { escalateForm, handOverForm, severityForm } from '../../views/verbs/choice-forms.js'
import { closeForm, noteForm, notSolvedForm, reopenForm, replyForm } from '../../views/verbs/message-forms.js'
import { shareForm, stopSharingView } from '../../views/verbs/share-form.js'
import type { DrawVerb } from '../../views/verbs/verb-look.js'

export interface VerbView {
  /** Of the light view that stands until the form is there; 24 characters at most. */
  title: MessageKey
  draw: DrawVerb
  /** The field for text typed behind the command. */
  main: FormField
}

/** The form of each verb that has one. */
export const verbViews: Partial<Record<CaseAction, VerbView>> = {
  reply: { title: 'cases.do_reply', draw: replyForm, main: 'message' },
  notSolved: { title: 'cases.do_notSolved', draw: notSolvedForm, main: 'message' },
  note: { title: 'cases.do_note', draw: noteForm, main: 'message' },
  severity: { title: 'cases.do_severity', draw: severityForm, main: 'reason' },
  handOver: { title: 'cases.do_handOver', draw: handOverForm, main: 'owner' },
  attach: { title: 'cases.do_attach', draw: attachForm, main: 'attachments' },
  share: { title: 'cases.do_share', draw: shareForm, main: 'shareWith' },
  unshare: { title: 'cases.do_share', draw: stopSharingView, main: 'shareWith' },
  escalate: { title: 'cases.do_escalate', draw: escalateForm, main: 'justification' },
  close: { title: 'cases.do_close', draw: closeForm, main: 'reason' },
  reopen: { title: 'cases.do_reopen', draw: reopenForm, main: 'reason' },
  answer: { title: 'cases.do_answer', draw: answerForm, main: 'message' },
  portalNumber: { title: 'cases.do_portalNumber', draw: portalNumberForm, main: 'portalNumber' },
  recordReply: { title: 'cases.do_recordReply', draw: recordReplyForm, main: 'message' },
}
