import type { AccessBlock } from '../../../domain/access/access.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { clockDate } from '../dates.js'

/** How people's text and moments are written where the sentence stands. */
interface Written {
  text: (text: string) => string
  at: (at: Date, reader: Reader) => string
}

/** Why something is not open (ACCESS-1 to ACCESS-4), as plain text: one sentence that the form, the list and a refusal share. */
export function accessWords(block: AccessBlock, reader: Reader): string {
  return accessWordsIn(block, reader, { text: (text) => text, at: clockDate })
}

/** The same, written as the place needs it. */
export function accessWordsIn(block: AccessBlock, reader: Reader, { text, at }: Written): string {
  const say = wordsFor(reader)
  switch (block.reason) {
    case 'not_managed':
      return say('refusals.access_not_managed')
    case 'switch_off':
      return say('refusals.access_switch_off', { at: at(block.since, reader), by: text(block.by) })
    case 'switch_pending':
      return say('refusals.access_switch_pending', { at: at(block.until, reader) })
    case 'no_subscription':
      return say('refusals.access_no_subscription')
    case 'subscription_not_active':
      return say(`refusals.access_subscription_${block.status}`, { sku: text(block.skuName) })
    case 'consent_missing':
      return say('refusals.access_consent_missing', { sku: text(block.skuName) })
    case 'grant_missing':
      return say('refusals.access_grant_missing', { sku: text(block.skuName) })
    case 'grant_pending':
      return say('refusals.access_grant_pending', { sku: text(block.skuName), at: at(block.until, reader) })
  }
}

/** The same in a word or two, where an option has no room for more. */
export function accessBrief(block: AccessBlock, reader: Reader): string {
  return wordsFor(reader)(`refusals.access_brief_${block.reason}`)
}

/** What to do about it. */
export function accessNext(block: AccessBlock, reader: Reader): string {
  return wordsFor(reader)(`refusals.access_next_${block.reason}`)
}
