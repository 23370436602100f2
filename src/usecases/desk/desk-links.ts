import type { Desk } from '../../domain/words.js'
import { builtInDesk } from './built-in-desk.js'
import type { DeskLink } from './desk.js'
import { portalDesk } from './portal-desk.js'

/** The desk of each kind. */
export const deskLinks: Record<Desk, DeskLink> = { BUILT_IN: builtInDesk, PORTAL: portalDesk }
