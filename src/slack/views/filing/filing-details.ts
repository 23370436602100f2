import { isTimeZone } from '../../../domain/time-zones.js'
import { supportLanguages } from '../../../domain/languages.js'
import { severities } from '../../../domain/words.js'
import { option, plain } from '../blocks.js'
import { severityWords } from '../cases/case-words.js'
import { timeZoneOption } from './choices.js'
import { blockIdOf } from './filing-block-ids.js'
import type { Blocks, FilingPart } from './filing-look.js'
import { actionIds } from '../ids.js'
import { input, textInput } from './input-block.js'
import { limits } from '../limits.js'

export function severityPart({ form, say }: FilingPart): Blocks {
  const options = severities.map((severity) => option(severity, severityWords(severity, say), say(`filing.severity_${severity}`)))
  const chosen = options.find((each) => each.value === form.values.severity)
  return [input({
    blockId: blockIdOf('severity', form.draftId),
    label: say('filing.severity'),
    dispatch: true,
    element: { type: 'radio_buttons', action_id: actionIds.severity, options, ...(chosen ? { initial_option: chosen } : {}) },
  })]
}

export function languagePart({ form, say }: FilingPart): Blocks {
  const options = supportLanguages.map(({ id, name }) => option(id, name))
  const chosen = options.find((each) => each.value === form.values.language)
  return [input({
    blockId: blockIdOf('language', form.draftId, chosen?.value ?? ''),
    label: say('filing.language'),
    dispatch: true,
    element: { type: 'static_select', action_id: actionIds.language, options, ...(chosen ? { initial_option: chosen } : {}) },
  })]
}

export function timeZonePart({ form, look, say }: FilingPart): Blocks {
  const zone = form.values.timeZone
  return [input({
    blockId: blockIdOf('timeZone', form.draftId, zone ?? ''),
    label: say('filing.time_zone'),
    dispatch: true,
    element: {
      type: 'external_select',
      action_id: actionIds.timeZone,
      min_query_length: 0,
      placeholder: plain(say('filing.time_zone_placeholder'), limits.placeholder),
      ...(zone && isTimeZone(zone) ? { initial_option: timeZoneOption(zone, look.now) } : {}),
    },
  })]
}

export function shareWithPart({ form, say }: FilingPart): Blocks {
  return [input({
    blockId: blockIdOf('shareWith', form.draftId),
    label: say('filing.share_with'),
    optional: true,
    dispatch: true,
    hint: say('filing.share_with_hint'),
    element: textInput({ actionId: actionIds.shareWith, value: form.values.shareWith, maxLength: limits.textInput, multiline: true }),
  })]
}

/** Off by default: nobody is told anything unasked. */
export function tellAuthorPart({ form, say }: FilingPart): Blocks {
  if (!form.mayTellAuthor) return []
  const tell = option('yes', say('filing.tell_author_option'), say('filing.tell_author_description'))
  return [input({
    blockId: blockIdOf('tellAuthor', form.draftId),
    label: say('filing.tell_author'),
    optional: true,
    dispatch: true,
    element: { type: 'checkboxes', action_id: actionIds.tellAuthor, options: [tell], ...(form.values.tellAuthor ? { initial_options: [tell] } : {}) },
  })]
}
