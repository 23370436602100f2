/** What a text is made of once read. Links and mentions are nodes, never HTML: the page cannot be injected into. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; children: Inline[] }
  | { type: 'user' | 'channel' | 'group'; id: string; label?: string }
  | { type: 'broadcast'; range: string }
  | { type: 'date'; seconds: number; format: string; url?: string; fallback: string }
  | { type: 'emoji'; name: string }
  | { type: 'break' }

export type TextBlock =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: number; children: Inline[] }
  | { type: 'pre'; text: string }
  | { type: 'quote'; children: TextBlock[] }
  | { type: 'item'; marker: string; indent: number; children: Inline[] }
  | { type: 'rule' }

/** Slack's three entities, and no others. */
export function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Only addresses a click may follow; anything else (`javascript:`) is shown as text. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:|mailto:|tel:|\/)/i.test(url)
}

/** The words of a text without its markup, for titles and previews. */
export function plainWords(nodes: Inline[], nameOf: (id: string) => string): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
        case 'code':
          return node.text
        case 'bold':
        case 'italic':
        case 'strike':
        case 'link':
          return plainWords(node.children, nameOf)
        case 'user':
        case 'channel':
        case 'group':
          return node.label ?? nameOf(node.id)
        case 'broadcast':
          return `@${node.range}`
        case 'date':
          return node.fallback
        case 'emoji':
          return `:${node.name}:`
        case 'break':
          return ' '
      }
    })
    .join('')
}
