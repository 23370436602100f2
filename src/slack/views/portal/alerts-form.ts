import type { ModalView } from '@slack/types'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { textInput } from '../filing/input-block.js'
import { actionIds, callbackIds } from '../ids.js'
import { formView } from './admin-view.js'
import { formInput } from './form-input.js'

/** Where the own account's alerts go (ACCOUNT-4). */
export function alertsForm({ domain, email, alertEmail }: { domain: string; email: string; alertEmail: string | null }, reader: Reader): ModalView {
  const say = wordsFor(reader)
  return formView({
    callbackId: callbackIds.alertAddress,
    title: 'portal.alerts',
    submit: 'portal.save',
    kept: { domain },
    blocks: [
      section(say('portal.alerts_text', { email: escapeLine(email, 320) })),
      formInput('alertEmail', textInput({ actionId: actionIds.alertEmail, maxLength: 254, value: alertEmail ?? undefined }), say, {
        optional: true, hint: say('portal.alert_email_hint', { email }),
      }),
    ],
  }, reader)
}
