import { readableText } from '../../message-text.js'
import { nearest } from '../nearest.js'

/** The verbs that open a modal. */
export const portalModals = ['users', 'roles', 'licences', 'alerts', 'policy', 'targets', 'import'] as const
export type PortalModal = (typeof portalModals)[number]

export const portalVerbs = ['switch', ...portalModals, 'help'] as const
export type PortalVerb = (typeof portalVerbs)[number]

export type PortalCommand =
  | { verb: 'show' }
  /** Empty: which ones there are. */
  | { verb: 'switch'; domain: string }
  | { verb: PortalModal }
  | { verb: 'help' }
  | { verb: 'unknown'; tried: string; nearest: PortalVerb | null }

/** What else people call a verb. */
const otherNames: Record<string, PortalVerb> = { '?': 'help', licenses: 'licences', licence: 'licences', license: 'licences', user: 'users', role: 'roles', alert: 'alerts', target: 'targets' }

/** Reads what stands behind `/portal`; never throws. What follows a verb that takes nothing is left out. */
export function parsePortalCommand(text: string): PortalCommand {
  const typed = readableText(text).normalize('NFKC').trim()
  const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(typed) ?? []
  const tried = first.toLowerCase()
  if (tried === '') return { verb: 'show' }
  const verb = Object.hasOwn(otherNames, tried) ? otherNames[tried] : portalVerbs.find((each) => each === tried)
  if (verb === undefined) return { verb: 'unknown', tried: first, nearest: nearest(tried, portalVerbs) as PortalVerb | null }
  return verb === 'switch' ? { verb, domain: domainIn(rest) } : { verb }
}

/** The first word: a domain, or the address of an account on it. */
function domainIn(rest: string): string {
  const word = rest.split(/\s+/u)[0] ?? ''
  return word.slice(word.lastIndexOf('@') + 1).toLowerCase().replace(/\.$/, '')
}

/** The one domain that begins with what was typed; else what was typed. Null: several do. */
export function completeDomain(typed: string, domains: readonly string[]): string | null {
  if (domains.includes(typed)) return typed
  const begun = domains.filter((domain) => domain.startsWith(typed))
  return begun.length > 1 ? null : begun[0] ?? typed
}
