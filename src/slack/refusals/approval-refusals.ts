import type { ApprovalRefusal } from '../../domain/approvals/approval-refusal.js'
import { clockDate } from '../views/dates.js'
import type { RefusalWords, Wording } from './words-for-refusal.js'

export function approvalRefusalWords(refusal: ApprovalRefusal, { say, reader, list }: Wording): RefusalWords {
  switch (refusal.code) {
    case 'approval_not_found':
      return { rule: say('approvals.not_found'), next: say('approvals.not_found_next') }
    case 'own_request':
      return {
        rule: say('approvals.own_request'),
        next: refusal.others.length > 0 ? say('approvals.own_request_next', { others: list(refusal.others) }) : say('approvals.own_request_nobody'),
      }
    case 'not_entitled':
      return {
        rule: say(`approvals.entitled_${refusal.kind}`),
        next: refusal.entitled.length > 0 ? say('approvals.entitled_next', { names: list(refusal.entitled) }) : say('approvals.entitled_nobody'),
      }
    case 'already_decided': {
      const how = say(`approvals.already_${refusal.state}`, { by: refusal.by ?? say('approvals.somebody'), at: clockDate(refusal.at, reader) })
      const decided = refusal.state === 'APPROVED' || refusal.state === 'DECLINED'
      return { rule: say(decided ? 'approvals.already' : 'approvals.already_ended', { how }), next: say('approvals.already_next') }
    }
    case 'nobody_to_decide':
      return {
        rule: say(`approvals.nobody_${refusal.kind}`, { organization: refusal.organization }),
        next: say('approvals.nobody_next', { organization: refusal.organization }),
      }
    case 'request_waits': {
      const at = clockDate(refusal.at, reader)
      return {
        rule: refusal.asked.length > 0 ? say('approvals.request_waits', { at, asked: list(refusal.asked) }) : say('approvals.request_waits_alone', { at }),
        next: say('approvals.request_waits_next'),
      }
    }
    case 'not_your_request':
      return { rule: say('approvals.not_your_request', { requester: refusal.requester }), next: say('approvals.not_your_request_next') }
    case 'cannot_hand_on_to':
      return {
        rule: refusal.name === null ? say('approvals.cannot_hand_on_nobody') : say('approvals.cannot_hand_on', { name: refusal.name }),
        next: say('approvals.cannot_hand_on_next'),
      }
  }
}
