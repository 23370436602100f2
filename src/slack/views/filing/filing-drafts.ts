import type { UnfinishedDraft } from '../../../domain/cases/filing-form.js'
import { languageOf, wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { button, plain, section } from '../blocks.js'
import { cut } from '../cut.js'
import { ago } from '../dates.js'
import { escapeLine } from '../escape.js'
import type { Blocks } from './filing-look.js'
import { returnedPart } from './returned-part.js'
import { actionIds } from '../ids.js'
import { limits } from '../limits.js'

/** What was begun and not submitted under one heading, each with a way on and a way out. */
export function unfinishedDrafts(drafts: readonly UnfinishedDraft[], heading: string, reader: Reader, now: Date): Blocks {
  return drafts.length === 0 ? [] : [section(`*${heading}*`), ...draftRows(drafts, reader, now)]
}

function draftRows(drafts: readonly UnfinishedDraft[], reader: Reader, now: Date): Blocks {
  const say = wordsFor(reader)
  return drafts.flatMap((draft): Blocks => {
    const title = draft.title?.trim() ? draft.title : say('filing.untitled')
    const told = { title: escapeLine(title, 200), ago: ago(draft.updatedAt, now, languageOf(reader.locale)) }
    const text = draft.customerName === null
      ? say('home.draft_without_customer', told)
      : say('home.draft', { ...told, customer: escapeLine(draft.customerName, 200) })
    return [section(text), ...returnedPart(draft.returned, reader), {
      type: 'actions',
      elements: [
        button({ text: say('filing.continue'), actionId: actionIds.continueDraft, value: draft.draftId }),
        button({
          text: say('filing.discard'),
          actionId: actionIds.discardDraft,
          value: draft.draftId,
          confirm: {
            title: plain(say('filing.discard_title'), limits.confirmTitle),
            text: plain(say('filing.discard_text', { title: cut(title, 150) }), limits.confirmText),
            confirm: plain(say('filing.discard'), limits.confirmButton),
            deny: plain(say('filing.discard_deny'), limits.confirmButton),
            style: 'danger',
          },
        }),
      ],
    }]
  })
}
