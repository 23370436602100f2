import type { ActionsBlock, PlainTextOption, StaticSelect } from '@slack/types'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { option, plain, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { limits } from '../limits.js'

/**
 * The select that switches the signed-in account; `domains` has the present one first. Null with one domain. A name longer
 * than an option's value stands for itself with `/portal switch`.
 */
export function actOn(domains: readonly string[], reader: Reader): ActionsBlock | null {
  if (domains.length < 2) return null
  const options = domains.filter((domain) => domain.length <= limits.optionValue).slice(0, limits.options).map((domain) => option(domain, domain))
  if (options.length === 0) return null
  const present = options.find(({ value }) => value === domains[0])
  return { type: 'actions', elements: [select(options, present, reader)] }
}

function select(options: PlainTextOption[], present: PlainTextOption | undefined, reader: Reader): StaticSelect {
  return {
    type: 'static_select',
    action_id: actionIds.switchAccount,
    placeholder: plain(wordsFor(reader)('portal.act_on'), limits.placeholder),
    options,
    ...(present ? { initial_option: present } : {}),
  }
}

/** Asked which of the own domains is meant. */
export function whichDomain(domains: readonly string[], reader: Reader): Message {
  const say = wordsFor(reader)
  const text = domains.length < 2
    ? say('portal.one_domain', { domain: escapeLine(domains[0] ?? '', 255) })
    : say('portal.which_domain', { domains: domains.slice(0, 10).map((domain) => `\`${escapeLine(domain, 255)}\``).join(', ') })
  const select = actOn(domains, reader)
  return { text, blocks: [section(text), ...(select ? [select] : [])] }
}
