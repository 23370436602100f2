import type { ActionCall, CommandCall } from '../../listeners.js'
import type { VerbToOpen } from '../../modals/verbs/open-verb.js'

/** Where a button was pressed: a form opened from it is answered there. */
export function openedByButton({ view, message, answerAddress }: ActionCall): Pick<VerbToOpen, 'from' | 'under'> {
  if (view) return view.type === 'modal' ? { under: view.id } : {}
  // What only one person sees is the case as it was shown to them; every other message is kept up to date by the delivery.
  return { from: { ...answerAddress, shows: message === undefined } }
}

export const openedByCommand = ({ answerAddress }: CommandCall): Pick<VerbToOpen, 'from'> => ({ from: { ...answerAddress, shows: false } })
