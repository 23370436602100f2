/** The fields of imported records: each says what it expects, in the words of `Expected`. */
import { domainToASCII } from 'node:url'
import { z } from 'zod'
import type { PostalAddress } from '../../domain/import/directory-record.js'
import type { Expected } from '../../domain/import/import-problem.js'
import { isTimeZone } from '../../domain/time-zones.js'

const says = (expected: Expected) => ({ params: { expected } })

export const text = (max = 255) => z.string().trim().min(1).max(max)

/** A closed list, however its members are capitalised. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.preprocess((value) => (typeof value === 'string' ? value.trim().toUpperCase().replace(/[ -]/g, '_') : value), z.enum(values))
}

const domainPattern = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/
const asciiDomain = (value: string): string => (/^[\x20-\x7e]*$/.test(value) ? value : domainToASCII(value))

export const domain = z.string().transform((value) => asciiDomain(value.trim().toLowerCase())).refine((value) => domainPattern.test(value), says({ a: 'domain' }))

export const email = z.string().transform((value) => value.trim().toLowerCase())
  .refine((value) => value.length <= 254 && /^[^\s@<>,;:"()[\]\\]+@[^@]+$/.test(value) && domainPattern.test(asciiDomain(value.slice(value.lastIndexOf('@') + 1))), says({ a: 'email' }))

export const language = z.string().transform((value) => canonicalLanguage(value.trim().replaceAll('_', '-'))).refine((value) => value !== '', says({ a: 'language' }))

function canonicalLanguage(value: string): string {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? ''
  } catch {
    return ''
  }
}

// Asking the runtime costs 40 microseconds, and there are a few hundred zones for any number of customers.
const zones = new Set<string>()

function isKnownZone(zone: string): boolean {
  if (!zones.has(zone) && isTimeZone(zone)) zones.add(zone)
  return zones.has(zone)
}

export const timeZone = z.string().trim().refine(isKnownZone, says({ a: 'time_zone' }))

/** An ISO 8601 day, or a moment with its offset. */
export const time = z.string().trim()
  .refine((value) => /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d))?$/.test(value) && !Number.isNaN(Date.parse(value)), says({ a: 'time' }))
  .transform((value) => new Date(value))

/** Milliseconds since the epoch, as Google writes them: digits in a string. */
export const milliseconds = z.union([z.string(), z.number()])
  .refine((value) => /^\d{1,15}$/.test(String(value)), says({ a: 'milliseconds' })).transform((value) => new Date(Number(value)))

export const between = (min: number, max: number) => z.number().refine((value) => Number.isInteger(value) && value >= min && value <= max, says({ a: 'number_between', min, max }))

/** Like `1010020027`, which YAML reads as a number. */
export const id = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), text(100))

export const unitPath = z.string().trim().refine((value) => value === '/' || /^(\/[^/]+)+$/.test(value), says({ a: 'unit_path' }))

const line = text().optional()

export const addressFields = {
  contactName: line, organizationName: line, addressLine1: line, addressLine2: line, addressLine3: line,
  locality: line, region: line, postalCode: line, countryCode: line,
}

/** Without what is empty; undefined when nothing is left. */
export function told<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

export function addressOf(lines: { [K in keyof PostalAddress]: PostalAddress[K] | undefined }): PostalAddress | undefined {
  const address: PostalAddress = told(lines)
  return Object.keys(address).length > 0 ? address : undefined
}
