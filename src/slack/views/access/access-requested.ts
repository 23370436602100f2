import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { escapeLine } from '../escape.js'

export interface AccessRequested {
  customerName: string
  requesterName: string
  resellerDomain: string
}

/** Asks a customer's admin for access, and says where it is given. */
export function accessRequested(value: AccessRequested, reader: Reader): Message {
  const say = wordsFor(reader)
  const domain = escapeLine(value.resellerDomain, 300)
  const asked = say('cases.access_requested', { requester: escapeLine(value.requesterName, 150), domain, customer: escapeLine(value.customerName, 300) })
  return {
    text: `${asked} ${say('cases.access_requested_how_plain', { domain })}`,
    blocks: [section(asked), section(say('cases.access_requested_how', { domain }))],
  }
}
