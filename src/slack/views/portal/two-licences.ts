import type { ModalView } from '@slack/types'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { callbackIds } from '../ids.js'
import { formView } from './admin-view.js'
import type { Kept } from './admin-view.js'

/** Automatic licensing is on for the unit (ACCOUNT-2): go back, or go on. Stands in front of the form it is about. */
export function confirmTwoLicences({ unit, adds }: { unit: string; adds: boolean }, kept: Kept, reader: Reader): ModalView {
  const say = wordsFor(reader)
  const view = formView({
    callbackId: callbackIds.confirmTwoLicences,
    title: 'portal.two_licences_title',
    submit: adds ? 'portal.add_anyway' : 'portal.save_anyway',
    kept,
    blocks: [
      section(say('portal.two_licences_text', { unit: escapeLine(unit, 500) })),
      section(say('portal.two_licences_next')),
    ],
  }, reader)
  return { ...view, close: { type: 'plain_text', text: say('filing.back') } }
}
