import type { Button } from '@slack/types'
import type { Say } from '../../../locales/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import { button } from '../blocks.js'
import { actionIds } from '../ids.js'

export interface ButtonsOf {
  say: Say
  customer: { id: number; name: string }
}

interface Look {
  style?: 'primary' | 'danger'
}

/** Says the customer to a screen reader, where several messages have the same button. */
function about({ say, customer }: ButtonsOf, key: MessageKey, actionId: string, value: string, look: Look = {}): Button {
  const text = say(key)
  return button({ text, label: say('access.button_for', { button: text, customer: customer.name }), actionId, value, ...look })
}

export const fileForButton = (of: ButtonsOf): Button => about(of, 'access.file_button', actionIds.fileFor, String(of.customer.id), { style: 'primary' })
export const requestAccessButton = (of: ButtonsOf, look: Look = { style: 'primary' }): Button => about(of, 'access.request_button', actionIds.requestAccess, String(of.customer.id), look)
/** Also under the message that tells a requester that access was granted. */
export const itWorksNowButton = (of: ButtonsOf): Button => about(of, 'access.works_button', actionIds.itWorksNow, String(of.customer.id), { style: 'primary' })
export const recordGrantButton = (of: ButtonsOf, look: Look = {}): Button => about(of, 'access.record_button', actionIds.openRecordGrant, String(of.customer.id), look)

/** What pressing a button does to access; ids alone, rights are decided at the click. */
export interface AccessChangeAsked {
  customerId: number
  change: 'grant' | 'revoke'
  /** Left out for the switch. */
  subscriptionId?: string
}

export function changeAccessButton(of: ButtonsOf, key: MessageKey, change: 'grant' | 'revoke', subscriptionId: string | null, look: Look = {}): Button {
  const value: AccessChangeAsked = { customerId: of.customer.id, change, ...(subscriptionId === null ? {} : { subscriptionId }) }
  return about(of, key, actionIds.changeAccess, JSON.stringify(value), look)
}
