/** The parts of the access sheet that say how things are; everything escaped for mrkdwn. */
import type { AccessBlock } from '../../../domain/access/access.js'
import type { AccessSheet } from '../../../domain/access/explain-access.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { slackDate } from '../dates.js'
import { escapeLine } from '../escape.js'
import { accessWordsIn } from './access-words.js'

/** One plain sentence: can cases be filed now, and why not. */
export function verdict(sheet: AccessSheet, reader: Reader): string {
  const say = wordsFor(reader)
  const about = { customer: escapeLine(sheet.customer.name, 200), domain: escapeLine(sheet.domain, 200) }
  const mine = isMine(sheet)
  if (!mine && sheet.domain === '') return say('access.sheet_nobody', about)
  if (sheet.open) return say(!mine ? 'access.sheet_open_CUSTOMER' : sheet.may.file ? 'access.sheet_open' : 'access.sheet_open_not_you', about)
  const reason = sheet.block ? why(sheet.block, sheet, reader) : ''
  return say(mine ? 'access.sheet_closed' : 'access.sheet_closed_CUSTOMER', { ...about, reason }).trim()
}

/** Whether the reader is one of those who would file. */
const isMine = ({ as }: AccessSheet): boolean => as === 'RESELLER' || as === 'PARTNER'

/** The sentence that guards say; for others than the reseller's own people in the third person. */
function why(block: AccessBlock, sheet: AccessSheet, reader: Reader): string {
  const say = wordsFor(reader)
  const about = { customer: escapeLine(sheet.customer.name, 200), domain: escapeLine(sheet.domain, 200) }
  if (!isMine(sheet)) {
    switch (block.reason) {
      case 'not_managed':
      case 'no_subscription':
        return say(`access.why_${block.reason}`, about)
      case 'consent_missing':
      case 'grant_missing':
        return say(`access.why_${block.reason}`, { ...about, sku: escapeLine(block.skuName, 200) })
      case 'switch_off':
      case 'switch_pending':
      case 'subscription_not_active':
      case 'grant_pending':
    }
  }
  return accessWordsIn(block, reader, { text: (text) => escapeLine(text, 200), at: slackDate })
}

type Subscription = AccessSheet['subscriptions'][number]

/** One subscription: whether it is open and since when, or why not; where it was bought; by virtue of what. */
export function subscriptionLine(held: Subscription, sheet: AccessSheet, reader: Reader): string {
  const say = wordsFor(reader)
  const name = `*${escapeLine(held.skuName, 150)}* (${say(`access.from_${held.seller}`)})`
  const domain = escapeLine(sheet.domain, 150)
  if (held.effective.open) {
    const { since } = held.effective
    return `✅ ${name}: ${since ? say('access.line_open_since', { at: slackDate(since, reader) }) : say('access.line_open')}`
  }
  if (held.byPartner) return `✅ ${name}: ${say('access.line_partner', { domain })}`
  const { block } = held.effective
  const pending = block.reason === 'grant_pending' || block.reason === 'switch_pending'
  return `${pending ? '⏳' : '🔒'} ${name}: ${blockLine(block, domain, reader)}`
}

function blockLine(block: AccessBlock, domain: string, reader: Reader): string {
  const say = wordsFor(reader)
  switch (block.reason) {
    case 'grant_pending':
    case 'switch_pending':
      return say('access.line_pending', { at: slackDate(block.until, reader) })
    case 'switch_off':
      return say('access.line_switch_off')
    case 'subscription_not_active':
      return say(`access.line_${block.status}`)
    case 'consent_missing':
    case 'not_managed':
      return say(`access.line_${block.reason}`, { domain })
    case 'grant_missing':
    case 'no_subscription':
      return say(`access.line_${block.reason}`)
  }
}
