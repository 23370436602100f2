import { wordsFor } from '../../../locales/words.js'
import { showAccount } from '../../../usecases/acting/show-account.js'
import { setAlertAddress } from '../../../usecases/administration/set-alert-address.js'
import { alertAddress } from '../../../domain/accounts/alert-address.js'
import { acting } from '../../handle.js'
import type { Call } from '../../handle.js'
import type { SubmitCall } from '../../listeners.js'
import { openLight } from '../../open-view.js'
import type { Trigger } from '../../open-view.js'
import { section } from '../../views/blocks.js'
import { escapeCut } from '../../views/escape.js'
import { formBlock } from '../../views/form-blocks.js'
import { alertsForm } from '../../views/portal/alerts-form.js'
import { readingView } from '../../views/reading-views.js'
import { readForm } from '../read-form.js'
import { submitForm } from '../submit-form.js'
import { requireDomain } from './kept.js'

/** `/portal alerts` and *Alerts*: everybody's own. */
export function openAlerts(call: Call, trigger: Trigger): Promise<void> {
  return openLight(call, trigger, 'portal.alerts', async () => {
    const { actor, reader } = await acting(call)
    return alertsForm(await showAccount(call.edge.deps, actor), reader)
  })
}

export function submitAlerts(call: SubmitCall): Promise<void> {
  const { view } = call
  const alertEmail = readForm(view).text(formBlock('alertEmail')) || null
  return submitForm<string>(call, {
    main: 'alertEmail',
    decide: async ({ actor, reader }) => {
      requireDomain(view, actor)
      const account = await setAlertAddress(call.edge.deps, actor, { alertEmail, deliveryKey: `view:${view.id}` })
      return wordsFor(reader)('portal.alerts_saved', { address: alertAddress(account) })
    },
    said: (words) => words,
    done: (words, reader) => ({
      response_action: 'update', view: readingView(wordsFor(reader)('portal.alerts'), [section(escapeCut(`✅ ${words}`, 2800))], reader),
    }),
  })
}
