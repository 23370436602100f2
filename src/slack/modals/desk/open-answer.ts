import type { Call } from '../../handle.js'
import type { Trigger } from '../../open-view.js'
import { openVerbModal } from '../verbs/open-verb.js'
import type { VerbToOpen } from '../verbs/open-verb.js'

/** Opens *Answer*, the desk's form. */
export function openAnswerModal(call: Call, trigger: Trigger, what: Omit<VerbToOpen, 'action'>): Promise<void> {
  return openVerbModal(call, trigger, { ...what, action: 'answer' })
}
