import type { ModalView } from '@slack/types'
import { longestTitle } from '../../../domain/cases/case-rules.js'
import type { FilingForm } from '../../../domain/cases/filing-form.js'
import { wordsFor } from '../../../locales/words.js'
import { context, plain, section } from '../blocks.js'
import { escapeCut, escapeLine } from '../escape.js'
import { categoryPart, customerPart, productPart } from './filing-access.js'
import { blockIdOf } from './filing-block-ids.js'
import { languagePart, severityPart, shareWithPart, tellAuthorPart, timeZonePart } from './filing-details.js'
import { unfinishedDrafts } from './filing-drafts.js'
import { filesPart } from './filing-files.js'
import type { Blocks, FilingLook, FilingPart } from './filing-look.js'
import { questionsPart } from './filing-questions.js'
import { actionIds, callbackIds } from '../ids.js'
import { input, textInput } from './input-block.js'
import { limits } from '../limits.js'
import { returnedPart } from './returned-part.js'

/** The parts that ask, in the order of CASE-1. */
const parts: ((part: FilingPart) => Blocks)[] = [
  customerPart, productPart, titlePart, categoryPart, questionsPart, filesPart, severityPart, languagePart, timeZonePart,
  shareWithPart, tellAuthorPart,
]

/** The filing modal: one view. What was typed stands in the draft that `private_metadata` names, and nothing else does. */
export function filingForm(form: FilingForm, look: FilingLook): ModalView {
  const say = wordsFor(look.reader)
  const part: FilingPart = { form, look, say }
  const blocks: Blocks = [
    ...(look.notice ? [section(escapeCut(look.notice, limits.section))] : []),
    ...customerWordsPart(part),
    ...returnedPart(form.values.returned, look.reader),
    ...unfinishedDrafts(form.unfinished, say('filing.unfinished', { count: form.unfinished.length }), look.reader, look.now),
    context(say('filing.intro', { domain: escapeCut(look.domain, 300) })),
    ...relatedPart(part),
    ...parts.flatMap((draw) => draw(part)),
  ]
  return {
    type: 'modal',
    callback_id: callbackIds.fileCase,
    title: plain(say('filing.title'), limits.viewTitle),
    submit: plain(say('filing.submit'), limits.viewTitle),
    close: plain(say('filing.close'), limits.viewTitle),
    notify_on_close: true,
    private_metadata: form.draftId,
    blocks: blocks.slice(0, limits.viewBlocks),
  }
}

/** What became of the customer typed behind the command. */
function customerWordsPart({ form, say }: FilingPart): Blocks {
  if (!form.customerWords) return []
  const { matches } = form.customerWords
  const words = escapeCut(form.customerWords.words, 300)
  return [section(`⚠️ ${matches === 0 ? say('refusals.customer_not_found', { words }) : say('filing.customers_match', { words, matches })}`)]
}

/** The case that this one is filed for, and that is linked with it. */
function relatedPart({ form, say }: FilingPart): Blocks {
  if (!form.related) return []
  const { number, title } = form.related
  return [context(`🔗 ${say('filing.related_to', { number: String(number), title: escapeLine(title, 250) })}`)]
}

function titlePart({ form, say }: FilingPart): Blocks {
  return [input({
    blockId: blockIdOf('title', form.draftId),
    label: say('filing.case_title'),
    dispatch: true,
    element: textInput({ actionId: actionIds.title, value: form.values.title, maxLength: longestTitle, placeholder: say('filing.title_placeholder') }),
  })]
}
