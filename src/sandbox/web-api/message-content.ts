/** The content of a message as a bot sends it, checked as `chat.*` and `response_url` do. */
import { completeBlocks, MAX_BLOCKS_TEXT, messageProblems, problemLine, textLength } from '../block-kit/surfaces.js'
import { shortId } from '../ids.js'
import { asArray, asObjects, asText, isObject, type JsonObject } from '../json.js'
import { refuseCall } from './refusal.js'

/** Characters. */
const MAX_TEXT = 40_000

export interface Content {
  text: string
  blocks?: JsonObject[]
}

/** Throws Slack's refusal for content that it would not take. */
export function messageContent(args: JsonObject): Content {
  const given = args['blocks']
  const text = typeof args['text'] === 'string' ? args['text'] : (asText(args['markdown_text']) ?? '')
  if (given !== undefined && given !== null && !Array.isArray(given)) return refuseCall('invalid_blocks_format')
  const list = asArray(given)
  if (text === '' && list.length === 0 && asArray(args['attachments']).length === 0) return refuseCall('no_text')
  if (text.length > MAX_TEXT) return refuseCall('msg_too_long')
  if (list.length === 0) return { text }
  const problems = messageProblems(list)
  if (problems.length > 0) {
    const lines = problems.map(problemLine)
    return refuseCall('invalid_blocks', {
      errors: problems.map((problem) => `${problem.message} [json-pointer:${problem.pointer}]`),
      response_metadata: { messages: lines },
    })
  }
  if (textLength(list) > MAX_BLOCKS_TEXT) return refuseCall('msg_blocks_too_long')
  const blocks = completeBlocks(list, shortId)
  return { text: text === '' ? textOfBlocks(blocks) : text, blocks }
}

/** Slack builds the text from the blocks when none was given: what notifications and screen readers get. */
function textOfBlocks(blocks: JsonObject[]): string {
  const words = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(words)
    if (!isObject(value)) return []
    const own = asText(value['text'])
    return own === undefined ? Object.values(value).flatMap(words) : [own]
  }
  return asObjects(blocks).flatMap(words).join(' ').slice(0, 4000)
}
