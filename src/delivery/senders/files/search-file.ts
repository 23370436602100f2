import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { mostFindings } from '../../../domain/cases/attachment.js'
import type { FileFinding } from '../../../domain/cases/attachment.js'
import { findPersonalData } from '../../../domain/personal-data.js'

/** Bytes; larger files are not searched (CASE-2). */
export const mostSearched = 1024 * 1024
const textEndings = new Set(['.txt', '.csv', '.log', '.json', '.eml', '.md'])
const textTypes = /^(?:text\/|application\/json\b|message\/rfc822\b)/i

/** Characters searched in one go, some 10 ms; nothing else can be done meanwhile. */
const piece = 16_384
/** Characters around a piece that are read along, so that nothing is torn apart and what a number is called is seen. */
const margin = 320

export interface Searched {
  state: 'HELD' | 'RELEASED' | 'NOT_SEARCHED'
  findings: FileFinding[]
}

/** Looks for personal data in a fetched file, by the rules that texts are searched by; what is no text is not searched. */
export async function searchFile(path: string, { name, mimeType }: { name: string; mimeType: string }): Promise<Searched> {
  if (!textEndings.has(extname(name).toLowerCase()) && !textTypes.test(mimeType)) return notSearched
  const text = await readText(path)
  if (text === null) return notSearched
  const findings = await searchText(text)
  return { state: findings.length > 0 ? 'HELD' : 'RELEASED', findings }
}

const notSearched: Searched = { state: 'NOT_SEARCHED', findings: [] }

async function readText(path: string): Promise<string | null> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    return size > mostSearched ? null : decodeText(await file.readFile())
  } finally {
    await file.close()
  }
}

/**
 * UTF-16 says so by its mark; everything else is UTF-8, or else one of the older encodings, in all of which addresses and
 * numbers are written as in ASCII. Null: something else by the name of a text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = utf16Of(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}

function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** The first findings with their lines, letting others work between the pieces. */
export async function searchText(text: string): Promise<FileFinding[]> {
  const findings: FileFinding[] = []
  let line = 1
  for (let start = 0; start < text.length && findings.length < mostFindings; start += piece) {
    const from = Math.max(0, start - margin)
    const end = Math.min(text.length, start + piece)
    let at = start
    for (const found of findPersonalData(text.slice(from, end + margin), 'file')) {
      const offset = from + found.start
      // What begins before or after is found with the piece it begins in.
      if (offset < start || offset >= end) continue
      line += newlines(text, at, offset)
      at = offset
      findings.push({ line, kind: found.kind, excerpt: found.excerpt })
    }
    line += newlines(text, at, end)
    await breath()
  }
  return findings.slice(0, mostFindings)
}

function newlines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
