/** What stands unsent in each composer, so that looking elsewhere loses nothing. */
const drafts = new Map<string, string>()

export function keptDraft(key: string): string {
  return drafts.get(key) ?? ''
}

export function keepDraft(key: string, text: string): void {
  drafts.set(key, text)
}
