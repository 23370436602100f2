import type { DraftReturn } from '../../../domain/cases/draft.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { section } from '../blocks.js'
import { slackDate } from '../dates.js'
import { escapeCut, escapeLine } from '../escape.js'
import type { Blocks } from './filing-look.js'

/** Why a draft that was submitted for approval is back, with what was said about it; nothing of any other. */
export function returnedPart(returned: DraftReturn | undefined, reader: Reader): Blocks {
  if (!returned) return []
  const say = wordsFor(reader)
  const told = { by: escapeLine(returned.by ?? '', 150), at: slackDate(returned.at, reader) }
  const comment = returned.comment?.trim() ?? ''
  const words = returned.how === 'CLOSED' ? closedWords(returned, told, say) : say(`filing.returned_${returned.how}`, told)
  return [section([words, ...(comment === '' ? [] : [say('filing.returned_comment', { comment: escapeCut(comment, 1500) })])].join('\n'))]
}

function closedWords({ because }: DraftReturn, told: { at: string }, say: Say): string {
  switch (because) {
    case 'customer_transferred':
    case 'access_missing':
    case 'requester_may_not':
      return say(`filing.returned_CLOSED_${because}`, told)
    default:
      return say('filing.returned_CLOSED', told)
  }
}
