/** Options as the searchable selects offer them; a form's initial option is made by the same function, as Slack wants it. */
import type { PlainTextOption } from '@slack/types'
import type { CategoryChoice, CustomerChoice } from '../../../domain/cases/filing-form.js'
import { timeZoneLabel } from '../../../domain/time-zones.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { accessBrief } from '../access/access-words.js'
import { option } from '../blocks.js'
import { cutStart } from '../cut.js'
import { limits } from '../limits.js'
import { localized } from '../localized.js'

export function customerOption(customer: CustomerChoice, reader: Reader): PlainTextOption {
  const say = wordsFor(reader)
  const description = customer.access === 'open' || customer.block === null
    ? say('filing.customer_open', { domain: customer.domain })
    : say('filing.customer_locked', { domain: customer.domain, reason: accessBrief(customer.block, reader) })
  return option(String(customer.id), customer.name, description)
}

/** The leaf's name, its path beneath; a path too long keeps its end. */
export function categoryOption(category: CategoryChoice, reader: Reader): PlainTextOption {
  const path = category.path.map((name) => localized(name, reader.locale)).join(' > ')
  return option(category.id, localized(category.name, reader.locale), cutStart(path, limits.optionDescription))
}

export function timeZoneOption(zone: string, now: Date): PlainTextOption {
  return option(zone, timeZoneLabel(zone, now))
}
