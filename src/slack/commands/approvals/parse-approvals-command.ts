import { readableText } from '../../message-text.js'
import { nearest } from '../nearest.js'

export const approvalsVerbs = ['waiting', 'asked', 'help'] as const
export type ApprovalsVerb = (typeof approvalsVerbs)[number]

export type ApprovalsCommand =
  | { verb: 'all' }
  | { verb: 'waiting' | 'asked' }
  | { verb: 'help' }
  | { verb: 'unknown'; tried: string; nearest: ApprovalsVerb | null }

/** Reads what stands behind `/approvals`; what follows a known word is not read. Full-width letters are read like plain ones. Never throws. */
export function parseApprovalsCommand(text: string): ApprovalsCommand {
  const [first = ''] = readableText(text.slice(0, 1000)).normalize('NFKC').trim().split(/\s/u)
  const tried = first.toLowerCase()
  if (tried === '' || tried === 'list') return { verb: 'all' }
  if (tried === '?') return { verb: 'help' }
  const verb = approvalsVerbs.find((each) => each === tried)
  return verb ? { verb } : { verb: 'unknown', tried: first, nearest: nearest(tried, approvalsVerbs) as ApprovalsVerb | null }
}
