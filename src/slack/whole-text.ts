import { z } from 'zod'

/** Text that every store takes: without NUL, and with a mark in place of a half of a character that stands alone. */
export function wholeText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** Text of a person, read where it enters. */
export const typedText = z.string().transform(wholeText)
