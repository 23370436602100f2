import type { ConfirmationDialog } from '@slack/types'
import type { Say } from '../../../locales/words.js'
import { plain } from '../blocks.js'
import { limits } from '../limits.js'

/** Asks before a file is withdrawn: its content does not come back. */
export function withdrawConfirm(say: Say): ConfirmationDialog {
  return {
    title: plain(say('files.withdraw_title'), limits.confirmTitle),
    text: plain(say('files.withdraw_text'), limits.confirmText),
    confirm: plain(say('files.withdraw'), limits.confirmButton),
    deny: plain(say('files.withdraw_keep'), limits.confirmButton),
    style: 'danger',
  }
}
