import type { Call } from '../../handle.js'
import type { Trigger } from '../../open-view.js'
import type { VerbToOpen } from '../verbs/open-verb.js'

/** Opens *Answer*, the desk's form. */
export function openAnswerModal(_call: Call, _trigger: Trigger, _what: Omit<VerbToOpen, 'action'>): Promise<void> {
  throw new Error('not built yet')
}
