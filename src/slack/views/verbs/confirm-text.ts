import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import type { Finding } from '../../../domain/personal-data.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { context, plain, section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { input, textInput } from '../filing/input-block.js'
import { fieldOfFormBlock, formBlock, formLabels } from '../form-blocks.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'

/** How many findings are told one by one. */
const mostShown = 15
const longestReason = 500

/**
 * Personal data was found in what was typed (CASE-2): go back to the form below and take it out, or say why it stays.
 * `kept`: `private_metadata`.
 */
export function confirmText(findings: readonly Finding[], kept: string, reader: Reader): ModalView {
  const say = wordsFor(reader)
  return {
    type: 'modal',
    callback_id: callbackIds.confirmText,
    title: plain(say('filing.confirm_title'), limits.viewTitle),
    submit: plain(say('filing.submit'), limits.viewTitle),
    close: plain(say('filing.back'), limits.viewTitle),
    private_metadata: kept,
    blocks: [...findingBlocks(findings, say), section(say('filing.confirm_next')), reasonInput(formBlock('reason'), say('filing.reason'))],
  }
}

/** The block of the reason where it stands in the form itself, which has no room for a view in front of it. */
export const inlineReasonBlock = 'confirm.reason'

/** The same in the form itself, above its own fields. */
export function confirmInline(findings: readonly Finding[], reader: Reader): KnownBlock[] {
  const say = wordsFor(reader)
  return [...findingBlocks(findings, say), section(say('verbs.confirm_inline_next')), reasonInput(inlineReasonBlock, say('verbs.confirm_reason'))]
    .map((block, at) => (block.type === 'input' ? block : { ...block, block_id: `${inlineBlocks}${at}` }))
}

/** How the ids of what is said there begin, so that it is not said twice. */
export const inlineBlocks = 'confirm.said.'

function reasonInput(blockId: string, label: string): InputBlock {
  return input({ blockId, label, element: textInput({ actionId: actionIds.reason, maxLength: longestReason, multiline: true }) })
}

function findingBlocks(findings: readonly Finding[], say: Say): KnownBlock[] {
  const more = findings.length - mostShown
  return [
    section(say('filing.confirm_intro')),
    section(findings.slice(0, mostShown).map((finding) => `• ${findingWords(finding, say)}`).join('\n')),
    ...(more > 0 ? [context(say('filing.confirm_more', { count: more }))] : []),
  ]
}

function findingWords({ place, kind, excerpt }: Finding, say: Say): string {
  const field = fieldOfFormBlock(`form.${place}`)
  return say('filing.finding', {
    // Of a file it is its name.
    place: field ? say(formLabels[field]) : escapeLine(place, 60),
    kind: say(`filing.finding_${kind}`),
    excerpt: escapeLine(excerpt, 60).replaceAll('`', "'"),
  })
}
