/** `/case <verb> 1042 …`: what is done with a case, each in the form that opens for it or at once. */
import type { CaseAction } from '../../../domain/cases/case-actions.js'
import { openedByCommand } from '../../actions/verbs/opened-from.js'
import { takeFor } from '../../actions/verbs/take-case.js'
import { openHistory } from '../../actions/case-history.js'
import type { CommandCall } from '../../listeners.js'
import { openAnswerModal } from '../../modals/desk/open-answer.js'
import { openAttachModal } from '../../modals/files/attach.js'
import { openVerbModal } from '../../modals/verbs/open-verb.js'
import { openRelatedModal } from '../../modals/open-related.js'
import type { BareVerb, CaseCommand, TextVerb } from './parse-case-command.js'

type OfText = Extract<CaseCommand, { verb: TextVerb }>
type OfNumber = Extract<CaseCommand, { verb: BareVerb }>

/** What each verb with a form of the team's is. */
const actions: Record<Exclude<TextVerb, 'answer'>, CaseAction> = {
  reply: 'reply', note: 'note', severity: 'severity', escalate: 'escalate', share: 'share', handover: 'handOver', close: 'close', reopen: 'reopen',
}

/** A form that opens knows its second delivery by itself. */
export function runTextVerb(call: CommandCall, command: OfText): Promise<void> {
  const { verb, number, text, severity } = command
  const trigger = { triggerId: call.triggerId, inModal: false }
  const what = { number, typed: text, ...openedByCommand(call) }
  if (verb === 'answer') return openAnswerModal(call, trigger, what)
  return openVerbModal(call, trigger, { ...what, action: actions[verb], ...(severity && { before: { severity } }) })
}

export function runBareVerb(call: CommandCall, { verb, number }: OfNumber): Promise<void> {
  const trigger = { triggerId: call.triggerId, inModal: false }
  switch (verb) {
    case 'attach':
      return openAttachModal(call, trigger, number, openedByCommand(call))
    case 'history':
      return openHistory(call, trigger, number)
    case 'related':
      return openRelatedModal(call, trigger, number)
    case 'take':
      return takeFor(call, { number, deliveryKey: `command:${call.triggerId}` }, openedByCommand(call))
  }
}
