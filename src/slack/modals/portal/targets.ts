import type { PlainTextOption } from '@slack/types'
import { targetFields } from '../../../domain/clocks/parse-targets.js'
import type { TypedSettings } from '../../../domain/clocks/parse-targets.js'
import { foldText } from '../../../domain/search-tokens.js'
import { wordsFor } from '../../../locales/words.js'
import { saveTargets } from '../../../usecases/administration/save-targets.js'
import { showTargets } from '../../../usecases/administration/show-targets.js'
import { acting } from '../../handle.js'
import type { Call } from '../../handle.js'
import type { SearchCall, SubmitCall } from '../../listeners.js'
import { openLight } from '../../open-view.js'
import type { Trigger } from '../../open-view.js'
import { formBlock } from '../../views/form-blocks.js'
import { resetBlock, targetsForm, zoneOfCase, zoneOfCaseOption } from '../../views/portal/targets-form.js'
import { targetChanges, targetsSaved } from '../../views/portal/targets-saved.js'
import { readForm } from '../read-form.js'
import type { ReadForm } from '../read-form.js'
import { timeZones } from '../searches.js'
import { submitForm } from '../submit-form.js'
import { readTargetsKept } from './kept.js'
import { overtakenForm } from './overtaken-form.js'

/** `/portal targets` and *Response targets*. */
export function openTargets(call: Call, trigger: Trigger): Promise<void> {
  const { deps } = call.edge
  return openLight(call, trigger, 'targets.title', async () => {
    const { actor, reader } = await acting(call)
    return targetsForm(await showTargets(deps, actor), reader, deps.now())
  })
}

export function submitTargets(call: SubmitCall): Promise<void> {
  const { view } = call
  const { targets: before } = readTargetsKept(view.private_metadata)
  const form = readForm(view)
  const typed = form.chosen(resetBlock).includes('reset') ? null : typedSettings(form)
  return submitForm(call, {
    main: 'worksFrom',
    decide: ({ actor }) => saveTargets(call.edge.deps, actor, { before, typed, deliveryKey: `view:${view.id}` }),
    said: ({ domain }, reader) => wordsFor(reader)('targets.saved', { domain }),
    done: (saved, reader) => ({ response_action: 'update', view: targetsSaved(before, saved, reader) }),
    again: async (refusal, { actor, reader }) => {
      if (refusal.code !== 'changed_meanwhile') return null
      const now = await showTargets(call.edge.deps, actor)
      return overtakenForm(view, refusal, { kept: { targets: now }, changes: targetChanges(before, now, reader) }, reader)
    },
  })
}

/** The zones, with *the case's own* before them where it is sought. */
export async function workZones(call: SearchCall): Promise<PlainTextOption[]> {
  const { reader } = await acting(call)
  const own = zoneOfCaseOption(wordsFor(reader))
  const offered = foldText(own.text.text).includes(foldText(call.typed).trim()) ? [own] : []
  return [...offered, ...(await timeZones(call))].slice(0, 100)
}

/** What stands in the form; the use-case says what is wrong with it. */
function typedSettings(form: ReadForm): TypedSettings {
  const zone = form.chosen(formBlock('workZone'))[0] ?? zoneOfCase
  return {
    targets: Object.fromEntries(targetFields.map((field) => [field, form.text(formBlock(field))])) as TypedSettings['targets'],
    days: form.chosen(formBlock('workingDays')).map(Number),
    from: form.text(formBlock('worksFrom')),
    to: form.text(formBlock('worksTo')),
    timeZone: zone === zoneOfCase ? null : zone,
  }
}
