/** A whole message's blocks or a whole view, checked as Slack does on arrival. */
import { asArray, asObjects, asText, isObject, type JsonObject } from '../json.js'
import { BLOCKS, MAX_BLOCKS, type Surface } from './blocks.js'
import { all, anything, boolean, byType, list, object, type Problem, rule, string } from './checks.js'
import { plainText } from './objects.js'

/** Bytes of a view's JSON. */
export const MAX_VIEW_BYTES = 250_000
/** Characters in all texts of a message's blocks; Slack does not document it, refusals were seen from here on. */
export const MAX_BLOCKS_TEXT = 13_200

const common = { callback_id: string(255, 0), external_id: string(255, 0), private_metadata: string(3000, 0) }

const modal = all(
  object(
    { type: anything, title: plainText(24), blocks: list(MAX_BLOCKS.modal, BLOCKS.modal, 0) },
    { ...common, submit: plainText(24), close: plainText(24), clear_on_close: boolean, notify_on_close: boolean, submit_disabled: boolean },
  ),
  rule((view) =>
    view['submit'] === undefined && asObjects(view['blocks']).some((block) => block['type'] === 'input')
      ? '`submit` is required when an `input` block is in the `blocks` array'
      : undefined,
  ),
)
const home = object({ type: anything, blocks: list(MAX_BLOCKS.home, BLOCKS.home, 0) }, common)

/** Problems of a view, with pointers from `/view`. */
export function viewProblems(view: unknown, kind: 'modal' | 'home'): Problem[] {
  const problems: Problem[] = []
  byType({ modal, home }, [kind])(view, '/view', problems)
  if (isObject(view)) problems.push(...idProblems(asArray(view['blocks']), '/view/blocks'))
  return problems
}

/** Problems of a message's blocks, with pointers from `/blocks`. */
export function messageProblems(blocks: unknown): Problem[] {
  const problems: Problem[] = []
  const surface: Surface = 'message'
  list(MAX_BLOCKS[surface], BLOCKS[surface], 0)(blocks, '/blocks', problems)
  return [...problems, ...idProblems(asArray(blocks), '/blocks')]
}

/** Block ids are unique in the surface, action ids in their block, and one element at most takes the focus. */
function idProblems(blocks: unknown[], at: string): Problem[] {
  const problems: Problem[] = []
  const blockIds = new Set<string>()
  let focused = 0
  blocks.forEach((block, i) => {
    if (!isObject(block)) return
    const blockId = asText(block['block_id'])
    if (blockId !== undefined && blockIds.has(blockId)) {
      problems.push({ pointer: `${at}/${i}/block_id`, message: `\`block_id\` "${blockId}" already exists` })
    }
    if (blockId !== undefined) blockIds.add(blockId)
    const actionIds = new Set<string>()
    for (const element of elementsOf(block)) {
      if (element['focus_on_load'] === true) focused += 1
      const actionId = asText(element['action_id'])
      if (actionId === undefined) continue
      if (actionIds.has(actionId)) {
        problems.push({ pointer: `${at}/${i}/elements`, message: `\`action_id\` "${actionId}" already exists` })
      }
      actionIds.add(actionId)
    }
  })
  if (focused > 1) problems.push({ pointer: at, message: '`focus_on_load` can only be set on one element' })
  return problems
}

/** The interactive elements of a block. */
export function elementsOf(block: JsonObject): JsonObject[] {
  if (block['type'] === 'input') return asObjects([block['element']])
  if (block['type'] === 'section') return asObjects([block['accessory']])
  if (block['type'] === 'actions' || block['type'] === 'context_actions') return asObjects(block['elements'])
  if (block['type'] === 'card') return asObjects(block['actions'])
  return []
}

export function problemLine(problem: Problem): string {
  return `[ERROR] ${problem.message} [json-pointer:${problem.pointer}]`
}

/** Characters in every `text` string below a value. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  )
}

/** Blocks as Slack stores them: ids where none were given, and the defaults of text objects. */
export function completeBlocks(blocks: unknown, newId: () => string): JsonObject[] {
  return asObjects(blocks).map((block) => {
    const done = withTextDefaults(block)
    if (!isObject(done)) return block
    done['block_id'] ??= newId()
    for (const element of elementsOf(done)) if (element['type'] !== 'image') element['action_id'] ??= newId()
    return done
  })
}

export function withTextDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTextDefaults)
  if (!isObject(value)) return value
  const done = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTextDefaults(item)]))
  if (done['type'] === 'plain_text' && typeof done['text'] === 'string') done['emoji'] ??= true
  if (done['type'] === 'mrkdwn' && typeof done['text'] === 'string') done['verbatim'] ??= false
  return done
}
