import type { OtherDomain } from '../../../domain/accounts/account-sheet.js'
import type { ActionsBlock, PlainTextOption, StaticSelect } from '@slack/types'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { option, plain, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { limits } from '../limits.js'

/**
 * The select that switches the signed-in account, with the present domain chosen; null without another one. A domain too
 * long for an option's value can be typed after `/portal switch`.
 */
export function actOn(domain: string, others: readonly OtherDomain[], reader: Reader): ActionsBlock | null {
  const fitting = others.filter((other) => other.domain.length <= limits.optionValue)
  if (fitting.length === 0) return null
  const own = domain.length <= limits.optionValue ? [option(domain, domain)] : []
  const options = [...own, ...fitting.map((other) => option(other.domain, other.domain, other.organizationName))].slice(0, limits.options)
  const present = own[0]
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

/** Asked which of the own domains is meant; the present one comes first. */
export function whichDomain([domain = '', ...others]: readonly string[], reader: Reader): Message {
  const say = wordsFor(reader)
  const shown = [domain, ...others].slice(0, 10).map((each) => `\`${escapeLine(each, 255)}\``)
  const text = others.length === 0
    ? say('portal.one_domain', { domain: escapeLine(domain, 255) })
    : say('portal.which_domain', { domains: shown.join(', ') })
  const select = actOn(domain, others.map((other) => ({ domain: other, organizationName: '' })), reader)
  return { text, blocks: [section(text), ...(select ? [select] : [])] }
}
