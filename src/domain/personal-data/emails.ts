import { masked } from './hit.js'
import type { Hit } from './hit.js'

const cjk = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u30fc]'
/** `@`, as forms of the web write it, and as people do who hide from robots. */
const at = /@|%40|\s?[[(]at[\])]\s?/giu
// Japanese and Chinese put no space before an address: a name of Latin letters ends where their writing begins.
const before = new RegExp(`(?:(?:(?!${cjk})[\\p{L}\\p{M}\\p{N}._%+'-]){1,64}|${cjk}{1,64})$`, 'u')
const label = '[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?'
const top = `(?:xn--[a-z0-9-]{2,59}|[a-z]{2,63}(?![a-z0-9])|(?:(?!${cjk}|[a-z])[\\p{L}\\p{M}]){2,63}|${cjk}{1,63})`
const after = new RegExp(`^(?:${label}\\.)+${top}`, 'iu')

/** Ids of messages look like addresses and are nobody's. */
const messageIds = /(?:message-?id|in-reply-to|references|content-id)["']?\s*[:=]\s*(?:(?:<[^<>\s]*>\s*)+|[^\s<>]+)/giu
const messageIdHosts = new Set(['mail.gmail.com'])

/** Endings of files that are no top-level domains: `logo@2x.png`, `someone@acme.example.pdf`. */
const fileEnding = /\.(?:png|jpe?g|gif|svg|webp|pdf|txt|log|csv|json|xml|html?|docx?|xlsx?|pptx?|eml|msg|js|ts|css)$/iu

/** Email addresses, international ones among them. Looks only around each `@`, so it stays linear. */
export function findEmails(text: string): Hit[] {
  const ids = [...text.matchAll(messageIds)].map((match) => [match.index, match.index + match[0].length] as const)
  return [...text.matchAll(at)].flatMap((match): Hit[] => {
    const right = match.index + match[0].length
    const local = before.exec(text.slice(Math.max(0, match.index - 64), match.index))?.[0].replace(/^[^\p{L}\p{N}_]+/u, '')
    const domain = domainAt(text.slice(right, right + 255))
    if (!local || domain === null || messageIdHosts.has(domain.toLowerCase())) return []
    const start = match.index - local.length
    if (ids.some(([from, until]) => start >= from && start < until)) return []
    return [{ kind: 'email', start, end: right + domain.length, excerpt: `${masked(local, 1, 0)}@${domain}` }]
  })
}

function domainAt(text: string): string | null {
  const domain = after.exec(text)?.[0]
  if (domain === undefined) return null
  if (!fileEnding.test(domain)) return domain
  return domainAt(domain.replace(fileEnding, ''))
}
