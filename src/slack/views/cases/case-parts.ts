import type { KnownBlock } from '@slack/types'
import type { CaseValue } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { button, section } from '../blocks.js'
import { entryBlocks } from './case-history.js'
import { escapeCut, escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { viewCaseButton } from './view-case-button.js'

const mostLinks = 10
const mostEntries = 5

/** The people it is shared with. */
export function shareBlocks(kase: CaseValue, reader: Reader): KnownBlock[] {
  return kase.shares.length === 0 ? [] : [section(`*${wordsFor(reader)('cases.label_shares')}*\n${escapeCut(kase.shares.join(', '), 2800)}`)]
}

/** Related cases, each with its button. */
export function linkBlocks(kase: CaseValue, reader: Reader): KnownBlock[] {
  if (kase.links.length === 0) return []
  const say = wordsFor(reader)
  const rows = kase.links.slice(0, mostLinks).map(({ number, title }) => section(`#${number} · ${escapeLine(title, 300)}`, viewCaseButton(number, say)))
  return [section(`*${say('cases.label_links')}*`), ...rows]
}

/** The latest entries, newest first, and the way to all of them. */
export function historyBlocks(kase: CaseValue, reader: Reader): KnownBlock[] {
  if (kase.history.length === 0) return []
  const say = wordsFor(reader)
  const full = button({ text: say('cases.history_full'), actionId: actionIds.caseHistory, value: String(kase.number) })
  return [{ type: 'divider' }, section(`*${say('cases.label_history')}*`, full), ...entryBlocks(kase.history.slice(0, mostEntries), reader)]
}

/** The same in a message, which holds less: the newest entry alone. */
export function newestBlocks(kase: CaseValue, reader: Reader, textMax: number): KnownBlock[] {
  return entryBlocks(kase.history.slice(0, 1), reader, textMax)
}
