import type { ExternalSelect, KnownBlock, ModalView } from '@slack/types'
import { targetField, typedOf } from '../../../domain/clocks/parse-targets.js'
import type { TargetsValue } from '../../../domain/clocks/response-settings.js'
import { severities, supportTiers } from '../../../domain/words.js'
import { formatLocaleOf, wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { option, plain, section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { timeZoneOption } from '../filing/choices.js'
import { input } from '../filing/input-block.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { formView } from './admin-view.js'
import { checkboxes, formInput } from './form-input.js'

/** The block of the box that has no field of its own to be wrong at. */
export const resetBlock = 'targets.reset'
/** What is chosen in place of a zone when each case's own counts. */
export const zoneOfCase = 'case'

/** How soon the desk is to answer the cases of a reseller domain. */
export function targetsForm(value: TargetsValue, reader: Reader, now: Date): ModalView {
  const say = wordsFor(reader)
  const typed = typedOf(value)
  const text = (actionId: string, initial: string) => ({ type: 'plain_text_input' as const, action_id: actionId, initial_value: initial, max_length: 40 })
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => option(String(day), dayName(day, reader)))
  return formView({
    callbackId: callbackIds.responseTargets,
    title: 'targets.title',
    submit: 'portal.save',
    kept: { targets: value },
    blocks: [
      section(`${say('targets.text', { domain: escapeLine(value.domain, 255) })}\n${say('targets.hint')}`),
      ...supportTiers.flatMap((tier): KnownBlock[] => [
        section(say('targets.tier', { tier: say(`cases.tier_${tier}`) })),
        ...severities.map((severity) => formInput(targetField(tier, severity), text(actionIds.target, typed.targets[targetField(tier, severity)]), say)),
      ]),
      section(say('targets.hours_title')),
      formInput('workingDays', checkboxes(actionIds.workingDays, days, typed.days.map(String)), say),
      formInput('worksFrom', text(actionIds.worksFrom, typed.from), say, { hint: say('targets.time_hint') }),
      formInput('worksTo', text(actionIds.worksTo, typed.to), say),
      formInput('workZone', zoneSelect(typed.timeZone, say, now), say),
      input({
        blockId: resetBlock, label: say('targets.reset_label'), optional: true,
        element: checkboxes(actionIds.resetTargets, [option('reset', say('targets.reset'), say('targets.reset_does'))], []),
      }),
    ],
  }, reader)
}

/** A day of the week as the reader calls it; 1 is Monday. */
export function dayName(day: number, { locale }: Reader, weekday: 'long' | 'short' = 'long'): string {
  // 2024-01-01 was a Monday.
  return new Intl.DateTimeFormat(formatLocaleOf(locale), { weekday, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)))
}

export function zoneOfCaseOption(say: Say): ReturnType<typeof option> {
  return option(zoneOfCase, say('targets.zone_of_case'))
}

function zoneSelect(zone: string | null, say: Say, now: Date): ExternalSelect {
  return {
    type: 'external_select', action_id: actionIds.workZone, min_query_length: 0, placeholder: plain(say('targets.zone_placeholder'), limits.placeholder),
    initial_option: zone === null ? zoneOfCaseOption(say) : timeZoneOption(zone, now),
  }
}
