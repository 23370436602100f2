import type { Button } from '@slack/types'
import type { Say } from '../../../locales/words.js'
import { button } from '../blocks.js'
import { actionIds } from '../ids.js'

/** Opens the case for whoever presses it, after checking that reader (SCOPE-1). */
export function viewCaseButton(number: number, say: Say): Button {
  return button({
    text: say('cases.view_case'),
    label: say('cases.view_case_of', { number: String(number) }),
    actionId: actionIds.viewCase,
    value: String(number),
  })
}
