import type { Store } from '../store/open-store.js'

/** What every use-case is handed: the store, and the clock and ids as arguments (house rule 10). */
export interface Deps {
  store: Store
  now: () => Date
  /** A new unique id, sortable by time. */
  newId: () => string
  settings: Settings
  /** Told after a commit that outbox rows are waiting. */
  wakeDelivery: () => void
}

export interface Settings {
  /** Emails of people who are super admins of every organization whose domain their address is on. */
  superAdmins: readonly string[]
  attachments: { maxCount: number; maxBytes: number }
  /** Whether email can be sent. */
  email: boolean
}
