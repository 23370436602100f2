import type { KnownBlock, ModalView } from '@slack/types'
import { wordsFor } from '../../locales/words.js'
import type { MessageKey } from '../../locales/message-key.js'
import type { Reader } from '../../locales/words.js'
import { plain, section } from './blocks.js'
import { escapeCut } from './escape.js'
import { callbackIds } from './ids.js'
import { limits } from './limits.js'

/** A view that is only read. */
export function readingView(title: string, blocks: KnownBlock[], reader: Reader): ModalView {
  return {
    type: 'modal',
    callback_id: callbackIds.reading,
    title: plain(title, limits.viewTitle),
    close: plain(wordsFor(reader)('filing.close'), limits.viewTitle),
    blocks: blocks.slice(0, limits.viewBlocks),
  }
}

/** Stands while the real one is made: a trigger lives three seconds. */
export function loadingView(reader: Reader, title: MessageKey = 'filing.title'): ModalView {
  const say = wordsFor(reader)
  return readingView(say(title), [section(`⏳ ${say('filing.loading')}`)], reader)
}

/** Words where a form or a case would have been. `text` is plain. */
export function noticeView(text: string, reader: Reader, title: MessageKey = 'refusals.title'): ModalView {
  return readingView(wordsFor(reader)(title), [section(escapeCut(text, limits.section))], reader)
}

/** Shown when filing takes longer than an ack may; its final state is the result. */
export function filingView(reader: Reader): ModalView {
  const say = wordsFor(reader)
  return readingView(say('filing.filing_title'), [section(`⏳ ${say('filing.filing_text')}`)], reader)
}
