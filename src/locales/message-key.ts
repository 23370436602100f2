import type { en } from './en/catalog.js'

export type MessageKey = keyof typeof en

/** A complete catalog: every key of the English one. A missing key fails the type check. */
export type Catalog = Record<MessageKey, string>
