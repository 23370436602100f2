import { openFiling } from '../../usecases/filing/open-filing.js'
import type { OpenFiling } from '../../usecases/filing/open-filing.js'
import { acting } from '../handle.js'
import type { Call } from '../handle.js'
import { openLight } from '../open-view.js'
import type { Trigger } from '../open-view.js'
import { drawForm } from './draw-form.js'

export interface OpenFilingModal extends OpenFiling {
  trigger: Trigger
}

/** Opens the filing modal for a command, a shortcut or a button: the light view at once, the form once it is known. */
export function openFilingModal(call: Call, { trigger, ...open }: OpenFilingModal): Promise<void> {
  return openLight(call, trigger, 'filing.title', async () => {
    const who = await acting(call)
    return drawForm(call.edge, who, await openFiling(call.edge.deps, who.actor, open), undefined)
  })
}
