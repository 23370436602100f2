/** The frames of the administration's views, and what stands in all of them. */
import type { KnownBlock, ModalView, SectionBlock } from '@slack/types'
import { wordsFor } from '../../../locales/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import type { Reader } from '../../../locales/words.js'
import { plain, section } from '../blocks.js'
import { escapeCut } from '../escape.js'
import { callbackIds } from '../ids.js'
import { limits } from '../limits.js'

/** What a view keeps of itself, for what is pressed or submitted in it. */
export type Kept = Record<string, unknown>

/** A list with buttons and nothing to submit. */
export function listView(title: MessageKey, blocks: KnownBlock[], kept: Kept, reader: Reader): ModalView {
  const say = wordsFor(reader)
  return {
    type: 'modal',
    callback_id: callbackIds.administration,
    title: plain(say(title), limits.viewTitle),
    close: plain(say('filing.close'), limits.viewTitle),
    private_metadata: JSON.stringify(kept),
    blocks: blocks.slice(0, limits.viewBlocks),
  }
}

export interface FormOf {
  callbackId: string
  title: MessageKey
  submit: MessageKey
  kept: Kept
  blocks: KnownBlock[]
}

export function formView({ callbackId, title, submit, kept, blocks }: FormOf, reader: Reader): ModalView {
  const say = wordsFor(reader)
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(say(title), limits.viewTitle),
    submit: plain(say(submit), limits.viewTitle),
    close: plain(say('portal.cancel'), limits.viewTitle),
    private_metadata: JSON.stringify(kept),
    blocks: blocks.slice(0, limits.viewBlocks),
  }
}

/** What was done just now, above everything else. `text` is plain. */
export function saidAbove(text: string | undefined): SectionBlock[] {
  return text ? [section(escapeCut(text, 2800))] : []
}
