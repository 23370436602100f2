import { Refused } from '../../domain/refused.js'
import { wordsFor } from '../../locales/words.js'
import { refreshFiling } from '../../usecases/filing/refresh-filing.js'
import { requestAccess } from '../../usecases/access/request-access.js'
import { acting } from '../handle.js'
import type { Acting } from '../handle.js'
import type { ActionCall } from '../listeners.js'
import { updateForm } from '../modals/change-filing.js'
import { drawForm } from '../modals/draw-form.js'
import { readFilingValues } from '../modals/read-filing-values.js'
import { readCustomerId } from '../payloads.js'
import { refusalText } from '../refusals/refusal-words.js'
import { lookUpPerson } from '../slack-people.js'

/** *Request access* in the filing form: what came of it is said above the form, and nothing typed is lost. */
export async function requestCustomerAccess(call: ActionCall): Promise<void> {
  const customerId = readCustomerId(call.value)
  const who = await acting(call)
  const words = await ask(call, who, customerId)
  const { view } = call
  if (!view) return call.place.tell(words, who.reader)
  const draftId = view.private_metadata
  await call.edge.inOrder(draftId, async (newerWaits) => {
    const form = await refreshFiling(call.edge.deps, who.actor, { draftId, values: readFilingValues(view), typed: call.typed })
    if (form) await updateForm(call, view, drawForm(call.edge, who, form, view, words), newerWaits)
  })
}

async function ask(call: ActionCall, { actor, reader }: Acting, customerId: number): Promise<string> {
  try {
    const { asked } = await requestAccess(call.edge.deps, actor, {
      customer: customerId, deliveryKey: call.deliveryKey, lookUp: (email) => lookUpPerson(call.edge, email),
    })
    const names = new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format([...new Set(asked.flatMap(({ people }) => people))])
    return `✅ ${wordsFor(reader)('filing.access_asked', { admins: names })}`
  } catch (error) {
    if (error instanceof Refused) return `⚠️ ${refusalText(error.refusal, reader)}`
    throw error
  }
}
