import type { ActionCall, CommandCall } from '../listeners.js'
import type { Trigger } from '../open-view.js'
import { openFilingModal } from './open-filing.js'

/** *File a related case*: the filing form with customer, product, category and severity of the case of this number (CASE-6). */
export function openRelatedModal(call: ActionCall | CommandCall, trigger: Trigger, number: number): Promise<void> {
  const origin = 'channelId' in call ? { how: 'command' as const, channelId: call.channelId } : { how: 'button' as const }
  return openFilingModal(call, { trigger, origin: { ...origin, ...call.answerAddress }, relatedTo: number, deliveryKey: `related:${number}:${trigger.triggerId}` })
}
