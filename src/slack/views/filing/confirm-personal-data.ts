import type { ModalView } from '@slack/types'
import type { Finding } from '../../../domain/personal-data.js'
import type { RefusalOf } from '../../../domain/refused.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { context, plain, section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { fieldLabel } from '../field-label.js'
import type { QuestionLabels } from '../field-label.js'
import { blockIdOf } from './filing-block-ids.js'
import { actionIds, callbackIds } from '../ids.js'
import { input, textInput } from './input-block.js'
import { limits } from '../limits.js'

/** How many findings are told one by one. */
const mostShown = 15

/**
 * Personal data was found (CASE-2): go back and take it out, or say why it stays. The reason is asked for these findings:
 * its block is another for others.
 */
export function confirmPersonalData(draftId: string, { findings, digest }: RefusalOf<'personal_data'>, labels: QuestionLabels, reader: Reader): ModalView {
  const say = wordsFor(reader)
  const more = findings.length - mostShown
  return {
    type: 'modal',
    callback_id: callbackIds.confirmPersonalData,
    title: plain(say('filing.confirm_title'), limits.viewTitle),
    submit: plain(say('filing.submit'), limits.viewTitle),
    close: plain(say('filing.back'), limits.viewTitle),
    private_metadata: draftId,
    blocks: [
      section(say('filing.confirm_intro')),
      ...findings.slice(0, mostShown).map((finding) => section(`• ${findingWords(finding, labels, say)}`)),
      ...(more > 0 ? [context(say('filing.confirm_more', { count: more }))] : []),
      section(say('filing.confirm_next')),
      input({
        blockId: blockIdOf('reason', draftId, digest),
        label: say('filing.reason'),
        element: textInput({ actionId: actionIds.reason, maxLength: 500, multiline: true }),
      }),
    ],
  }
}

function findingWords(finding: Finding, labels: QuestionLabels, say: Say): string {
  return say('filing.finding', {
    place: escapeLine(fieldLabel(finding.place, labels, say), 150),
    kind: say(`filing.finding_${finding.kind}`),
    excerpt: escapeLine(finding.excerpt, 100).replaceAll('`', "'"),
  })
}
