import type { InputBlock } from '@slack/types'
import { longestPortalNumber } from '../../../domain/desk/portal-number.js'
import { wordsFor } from '../../../locales/words.js'
import type { Say } from '../../../locales/words.js'
import { section } from '../blocks.js'
import { textInput } from '../filing/input-block.js'
import { actionIds, callbackIds } from '../ids.js'
import { formInput } from '../portal/form-input.js'
import { verbFormView } from '../verbs/verb-form-view.js'
import type { DrawVerb } from '../verbs/verb-look.js'

/** The number that the case has in the web portal, or the right one in place of it (CASE-9). */
export const portalNumberForm: DrawVerb = (form, look) => {
  const say = wordsFor(look.reader)
  return verbFormView(form, look, {
    title: 'cases.do_portalNumber',
    callbackId: callbackIds.portalNumber,
    blocks: [
      section(say(form.portalNumber === null ? 'desk.number_intro' : 'desk.number_correct')),
      portalNumberInput(look.before('portalNumber') ?? form.portalNumber ?? undefined, say),
    ],
  })
}

export function portalNumberInput(value: string | undefined, say: Say): InputBlock {
  return formInput('portalNumber', textInput({ actionId: actionIds.portalNumber, maxLength: longestPortalNumber, value }), say, { hint: say('desk.number_hint') })
}
