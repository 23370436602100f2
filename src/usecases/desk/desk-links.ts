import type { Desk } from '../../domain/words.js'
import type { DeskLink } from './desk.js'

/** The desk of each kind. */
export const deskLinks: Record<Desk, DeskLink> = {
  BUILT_IN: { tell: () => Promise.resolve() },
  PORTAL: { tell: () => Promise.resolve() },
}
