import { readableText } from '../../message-text.js'
import { nearest } from '../nearest.js'

export const accessVerbs = ['check', 'request', 'grant', 'revoke', 'history', 'help'] as const
export type AccessVerb = (typeof accessVerbs)[number]
/** The verbs that are about a customer. */
export type CustomerVerb = Exclude<AccessVerb, 'help'>
/** The verbs that may name one subscription. */
export const subscriptionVerbs = ['request', 'grant', 'revoke'] as const satisfies readonly CustomerVerb[]

export type AccessProblem =
  | { problem: 'too_long' }
  | { problem: 'empty_filter' }
  | { problem: 'twice' }
  | { problem: 'unknown_filter'; tried: string; nearest: string | null }
  /** The verb is about all of the customer's access. */
  | { problem: 'no_subscription_here'; verb: CustomerVerb }

export type AccessCommand =
  /** `customer` is empty when none was typed. */
  | { verb: CustomerVerb; customer: string; subscription?: string }
  | { verb: 'help' }
  | { verb: 'unknown'; tried: string; nearest: AccessVerb | null }
  | { verb: 'wrong'; problem: AccessProblem }

const longest = 1000

/** Reads what stands behind `/access`; `subscription:"Business Standard"` takes several words. Full-width letters and signs are read like plain ones. Never throws. */
export function parseAccessCommand(text: string): AccessCommand {
  if (text.length > longest) return { verb: 'wrong', problem: { problem: 'too_long' } }
  const typed = readableText(text).normalize('NFKC').trim()
  const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(typed) ?? []
  const tried = first.toLowerCase()
  if (tried === '' || tried === 'help' || tried === '?') return { verb: 'help' }
  const verb = accessVerbs.find((each) => each === tried)
  if (verb === undefined || verb === 'help') return { verb: 'unknown', tried: first, nearest: nearest(tried, accessVerbs) as AccessVerb | null }
  return parseCustomer(verb, rest)
}

/** The customer's words and the subscription in any order. */
function parseCustomer(verb: CustomerVerb, rest: string): AccessCommand {
  const words: string[] = []
  let subscription: string | undefined
  // Quotation marks of every keyboard; an address (`https://…`) is no filter, nor is a lone `Re:`.
  for (const [piece, name, quoted, bare] of rest.matchAll(/(?:([a-z]+):(?!\/\/)(?:["“”「]([^"“”」]*)["“”」]|(\S*)))|\S+/giu)) {
    if (name === undefined) {
      words.push(piece)
      continue
    }
    const filter = name.toLowerCase()
    if (filter !== 'subscription') return wrong({ problem: 'unknown_filter', tried: name, nearest: nearest(filter, ['subscription']) })
    if (subscription !== undefined) return wrong({ problem: 'twice' })
    subscription = (quoted ?? bare ?? '').replace(/\s+/gu, ' ').trim()
    if (subscription === '') return wrong({ problem: 'empty_filter' })
  }
  if (subscription !== undefined && !subscriptionVerbs.some((each) => each === verb)) return wrong({ problem: 'no_subscription_here', verb })
  return { verb, customer: unquoted(words.join(' ')), ...(subscription === undefined ? {} : { subscription }) }
}

const wrong = (problem: AccessProblem): AccessCommand => ({ verb: 'wrong', problem })

/** `"Acme Corp"` is Acme Corp. */
const unquoted = (words: string): string => words.replace(/^["“”「]([^"“”」]*)["“”」]$/u, '$1').trim()
