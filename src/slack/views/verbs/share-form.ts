import type { KnownBlock, ModalView } from '@slack/types'
import type { VerbForm } from '../../../domain/cases/verb-form.js'
import { wordsFor } from '../../../locales/words.js'
import type { Say } from '../../../locales/words.js'
import { button, context, plain, section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { readingView } from '../reading-views.js'
import { verbFormView, verbHead, verbText } from './verb-form-view.js'
import type { DrawVerb, VerbLook } from './verb-look.js'

/** Of a view's hundred blocks. */
const mostShown = 60

/** New addresses, and those it is shared with, each with a way out (CASE-3). */
export const shareForm: DrawVerb = (form, look) => {
  const say = wordsFor(look.reader)
  return verbFormView(form, look, {
    title: 'cases.do_share',
    callbackId: callbackIds.shareCase,
    blocks: [section(say('verbs.share_intro')), verbText('shareWith', actionIds.shareAddresses, look, say('verbs.share_hint')), ...present(form, say)],
  })
}

/** Of a closed case: nobody new, and still a way out. */
export function stopSharingView(form: VerbForm, look: VerbLook): ModalView {
  const say = wordsFor(look.reader)
  const blocks = [verbHead(form, look), context(say('verbs.share_closed')), ...present(form, say)]
  return { ...readingView(say('cases.do_share'), blocks, look.reader), private_metadata: look.kept }
}

function present({ number, shares }: VerbForm, say: Say): KnownBlock[] {
  if (shares.length === 0) return [context(say('verbs.share_none'))]
  const more = shares.length - mostShown
  return [
    section(`*${say('verbs.share_present')}*`),
    ...shares.slice(0, mostShown).map((email) => section(escapeLine(email, 320), button({
      text: say('verbs.stop_sharing'),
      label: say('verbs.stop_sharing_with', { email }),
      actionId: actionIds.stopSharing,
      value: stopSharingValue({ number, email }),
      confirm: {
        title: plain(say('verbs.stop_title'), limits.confirmTitle),
        text: plain(say('verbs.stop_text', { email }), limits.confirmText),
        confirm: plain(say('verbs.stop_sharing'), limits.confirmButton),
        deny: plain(say('verbs.stop_deny'), limits.confirmButton),
      },
    }))),
    ...(more > 0 ? [context(say('verbs.share_more', { count: more }))] : []),
  ]
}

/** What the button brings back. */
export const stopSharingValue = (share: { number: number; email: string }): string => JSON.stringify(share)
