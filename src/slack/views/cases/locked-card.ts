import type { AccessBlock } from '../../../domain/access/access.js'
import type { CaseState } from '../../../domain/words.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { accessWords } from '../access/access-words.js'
import { section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { escapeCut, escapeLine } from '../escape.js'

export interface LockedCase {
  number: number
  customerName: string
  block: AccessBlock
}

/** What a channel has for a case while its customer's access is off: number, customer, reason (ACCESS-1). */
export function lockedCard(locked: LockedCase, reader: Reader): Message {
  return lockedMessage('refusals.case_locked', locked, reader)
}

/** Tells the filer the number of such a case; one that waits for approval is not filed yet. */
export function lockedFiled(locked: LockedCase & { state: CaseState }, reader: Reader): Message {
  return lockedMessage(locked.state === 'PENDING_APPROVAL' ? 'cases.waits_locked' : 'cases.filed_locked', locked, reader)
}

function lockedMessage(key: 'refusals.case_locked' | 'cases.filed_locked' | 'cases.waits_locked', { number, customerName, block }: LockedCase, reader: Reader): Message {
  const customer = escapeLine(customerName, 300)
  const text = `🔒 ${wordsFor(reader)(key, { number: String(number), customer, reason: escapeCut(accessWords(block, reader), 600) })}`
  return { text, blocks: [section(text)] }
}
