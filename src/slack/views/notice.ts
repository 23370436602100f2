import { context, section } from './blocks.js'
import type { Message } from './blocks.js'
import { cut } from './cut.js'
import { escapeText } from './escape.js'
import { limits } from './limits.js'

/** Plain words as a message; a refusal's next step stands on its own line. */
export function notice(text: string): Message {
  const escaped = escapeText(cut(text, 2500))
  return { text: escaped, blocks: [section(escaped)] }
}

/** Words with what else can be typed beneath. Both mrkdwn, both ours or escaped. */
export function usage(lines: string[], hints: string[] = []): Message {
  return {
    text: [...lines, ...hints].join('\n'),
    blocks: [section(cut(lines.join('\n'), limits.section)), ...(hints.length > 0 ? [context(hints.join('\n'))] : [])],
  }
}
