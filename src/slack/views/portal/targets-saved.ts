import type { ModalView } from '@slack/types'
import { targetText, timeOfDayText } from '../../../domain/clocks/parse-targets.js'
import type { TargetsValue } from '../../../domain/clocks/response-settings.js'
import type { ResponseTargetSetting } from '../../../domain/clocks/response-targets.js'
import { severities, supportTiers } from '../../../domain/words.js'
import { formatLocaleOf, wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { readingView } from '../reading-views.js'
import { dayName } from './targets-form.js'

/** What submitted targets changed, line by line. */
export function targetsSaved(before: TargetsValue, after: TargetsValue, reader: Reader): ModalView {
  const say = wordsFor(reader)
  const changed = targetChanges(before, after, reader)
  const text = changed.length === 0
    ? say('portal.policy_unchanged')
    : `✅ ${say('targets.saved', { domain: escapeLine(after.domain, 255) })}\n${changed.join('\n')}\n${say('targets.saved_counts')}`
  return readingView(say('targets.title'), [section(text)], reader)
}

/** What is another in `after`, each as a line of mrkdwn. */
export function targetChanges(before: TargetsValue, after: TargetsValue, reader: Reader): string[] {
  const was = lines(before, reader)
  return lines(after, reader).filter((line, at) => line !== was[at]).map((line) => `• ${line}`)
}

/** One line for each part, always in the same order. */
function lines({ targets, hours }: TargetsValue, reader: Reader): string[] {
  const say = wordsFor(reader)
  const told = (label: string, value: string): string => `${label}: *${value}*`
  const days = new Intl.ListFormat(formatLocaleOf(reader.locale), { type: 'unit' }).format(hours.days.map((day) => dayName(day, reader, 'short')))
  return [
    ...supportTiers.flatMap((tier) => severities.map((severity) => told(say(`targets.label_${tier}_${severity}`), targetWords(targets[tier][severity], say)))),
    told(say('targets.label_working_days'), say('targets.hours_line', { days, from: timeOfDayText(hours.from), to: timeOfDayText(hours.to) })),
    told(say('targets.label_work_zone'), hours.timeZone === null ? say('targets.zone_of_case') : escapeLine(hours.timeZone, 100)),
  ]
}

function targetWords(setting: ResponseTargetSetting, say: Say): string {
  const time = targetText({ ...setting, aroundTheClock: true })
  return say(setting.aroundTheClock ? 'targets.always' : 'targets.working', { time })
}
