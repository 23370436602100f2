/** *Submit* of each form of what the team does with a case. */
import type { CaseDone } from '../../../domain/cases/case-change.js'
import { Refused } from '../../../domain/refused.js'
import { escalationReasons, severities } from '../../../domain/words.js'
import { formatLocaleOf, wordsFor } from '../../../locales/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import type { Reader } from '../../../locales/words.js'
import { addNote } from '../../../usecases/verbs/add-note.js'
import { changeSeverity } from '../../../usecases/verbs/change-severity.js'
import { closeCase } from '../../../usecases/verbs/close-case.js'
import { escalateCase } from '../../../usecases/verbs/escalate-case.js'
import { handOverCase } from '../../../usecases/verbs/hand-over-case.js'
import { reopenCase } from '../../../usecases/verbs/reopen-case.js'
import { replyToDesk } from '../../../usecases/verbs/reply-to-desk.js'
import { shareCase } from '../../../usecases/verbs/share-case.js'
import type { OnSubmit } from '../../listeners.js'
import { formBlock } from '../../views/form-blocks.js'
import { submitVerb } from './submit-verb.js'
import { readVerbKept } from './verb-kept.js'

type DoneKey = Extract<MessageKey, `verbs.done_${'note' | 'severity' | 'share' | 'escalate' | 'close' | 'reopen'}`>

const saying = (key: DoneKey) => ({ number }: CaseDone, reader: Reader): string => wordsFor(reader)(key, { number: String(number) })

/** *Reply* and *Not solved*: the same words to the desk, from one state or another. */
export const submitReply: OnSubmit = (call) => {
  const action = readVerbKept(call.view).action === 'notSolved' ? 'notSolved' : 'reply'
  return submitVerb(call, {
    action, main: 'message',
    read: (form) => form.text(formBlock('message')),
    decide: ({ actor }, message, verb) => replyToDesk(call.edge.deps, actor, { ...verb, action, message }),
    said: replySaid(action),
  })
}

export const submitNote: OnSubmit = (call) => submitVerb(call, {
  action: 'note', main: 'message',
  read: (form) => form.text(formBlock('message')),
  decide: ({ actor }, message, { seen: _none, ...verb }) => addNote(call.edge.deps, actor, { ...verb, message }),
  said: saying('verbs.done_note'),
})

export const submitSeverity: OnSubmit = (call) => submitVerb(call, {
  action: 'severity', main: 'severity',
  read: (form) => ({ severity: severities.find((each) => each === form.chosen(formBlock('severity'))[0]), reason: form.text(formBlock('reason')) }),
  decide: ({ actor }, { severity, reason }, verb) => {
    if (!severity) throw new Refused({ code: 'form', problems: [{ field: 'severity', problem: 'required' }] })
    return changeSeverity(call.edge.deps, actor, { ...verb, severity, reason })
  },
  said: saying('verbs.done_severity'),
})

export const submitHandOver: OnSubmit = (call) => submitVerb(call, {
  action: 'handOver', main: 'owner',
  read: (form) => form.chosen(formBlock('owner'))[0] ?? '',
  decide: ({ actor }, accountId, verb) => handOverCase(call.edge.deps, actor, { ...verb, accountId }),
  said: handOverSaid,
})

export const submitShare: OnSubmit = (call) => submitVerb(call, {
  action: 'share', main: 'shareWith',
  read: (form) => form.text(formBlock('shareWith')),
  decide: ({ actor }, addresses, verb) => shareCase(call.edge.deps, actor, { ...verb, addresses }),
  said: saying('verbs.done_share'),
})

export const submitEscalation: OnSubmit = (call) => submitVerb(call, {
  action: 'escalate', main: 'justification',
  read: (form) => ({
    reason: escalationReasons.find((each) => each === form.chosen(formBlock('escalationReason'))[0]),
    justification: form.text(formBlock('justification')),
  }),
  decide: ({ actor }, { reason, justification }, verb) => {
    if (!reason) throw new Refused({ code: 'form', problems: [{ field: 'escalationReason', problem: 'required' }] })
    return escalateCase(call.edge.deps, actor, { ...verb, reason, justification })
  },
  said: escalationSaid,
})

export const submitClose: OnSubmit = (call) => submitVerb(call, {
  action: 'close', main: 'reason',
  read: (form) => form.text(formBlock('reason')),
  decide: ({ actor }, reason, verb) => closeCase(call.edge.deps, actor, { ...verb, reason }),
  said: saying('verbs.done_close'),
})

export const submitReopen: OnSubmit = (call) => submitVerb(call, {
  action: 'reopen', main: 'reason',
  read: (form) => form.text(formBlock('reason')),
  decide: ({ actor }, reason, verb) => reopenCase(call.edge.deps, actor, { ...verb, reason }),
  said: saying('verbs.done_reopen'),
})

/** Of a desk in a web portal nobody is told: what was written is carried there by hand (CASE-9). */
function replySaid(action: 'reply' | 'notSolved'): (done: CaseDone, reader: Reader) => string {
  const key = action === 'reply' ? 'verbs.done_reply' : 'verbs.done_not_solved'
  return ({ number, desk }, reader) => wordsFor(reader)(desk === 'PORTAL' ? `${key}_portal` : key, { number: String(number) })
}

function handOverSaid({ number, newOwner }: CaseDone, reader: Reader): string {
  const say = wordsFor(reader)
  const told = { number: String(number) }
  return newOwner === undefined ? say('verbs.done_hand_over', told) : say('verbs.done_hand_over_to', { ...told, owner: newOwner })
}

function escalationSaid(done: CaseDone, reader: Reader): string {
  if (done.waitsFor.length === 0) return saying('verbs.done_escalate')(done, reader)
  const people = new Intl.ListFormat(formatLocaleOf(reader.locale), { type: 'disjunction' }).format(done.waitsFor.slice(0, 5))
  return wordsFor(reader)('verbs.done_escalate_waits', { number: String(done.number), people })
}
