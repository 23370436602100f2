import type { Traffic } from '../../protocol.js'

/** Newest first; with a filter only entries in whose kind, name, error or content every word of it occurs. */
export function filterTraffic(traffic: readonly Traffic[], filter: string): Traffic[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = traffic.filter((entry) => {
    if (words.length === 0) return true
    const text = `${entry.kind} ${entry.name} ${entry.error ?? ''} ${JSON.stringify([entry.request, entry.response])}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return shown.toSorted((a, b) => b.n - a.n)
}
