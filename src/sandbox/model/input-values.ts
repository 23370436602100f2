/** Answers in inputs, in Slack's shapes: what is empty, what is preset, what a person gave. */
import { elementsOf } from '../block-kit/surfaces.js'
import { asArray, asObject, asObjects, asStrings, asText, isObject, type JsonObject } from '../json.js'
import type { SharedFile, StateValues } from '../protocol.js'
import type { World } from '../world.js'
import { filesByIds, sharedFile, slackFile } from './files.js'

interface Shape {
  /** The field of `state.values` that holds the answer. */
  field: string
  initial: string
  empty: null | []
}

const single = (field: string, initial: string): Shape => ({ field, initial, empty: null })
const several = (field: string, initial: string): Shape => ({ field, initial, empty: [] })

export const SHAPES: Record<string, Shape> = {
  plain_text_input: single('value', 'initial_value'),
  email_text_input: single('value', 'initial_value'),
  url_text_input: single('value', 'initial_value'),
  number_input: single('value', 'initial_value'),
  rich_text_input: single('rich_text_value', 'initial_value'),
  datepicker: single('selected_date', 'initial_date'),
  timepicker: single('selected_time', 'initial_time'),
  datetimepicker: single('selected_date_time', 'initial_date_time'),
  static_select: single('selected_option', 'initial_option'),
  external_select: single('selected_option', 'initial_option'),
  radio_buttons: single('selected_option', 'initial_option'),
  users_select: single('selected_user', 'initial_user'),
  channels_select: single('selected_channel', 'initial_channel'),
  conversations_select: single('selected_conversation', 'initial_conversation'),
  checkboxes: several('selected_options', 'initial_options'),
  multi_static_select: several('selected_options', 'initial_options'),
  multi_external_select: several('selected_options', 'initial_options'),
  multi_users_select: several('selected_users', 'initial_users'),
  multi_channels_select: several('selected_channels', 'initial_channels'),
  multi_conversations_select: several('selected_conversations', 'initial_conversations'),
  file_input: several('files', 'initial_files'),
}

export interface Field {
  blockId: string
  actionId: string
  block: JsonObject
  element: JsonObject
}

/** Every element of these blocks that has a block and an action id, in order. */
export function fieldsOf(blocks: unknown): Field[] {
  return asObjects(blocks).flatMap((block) =>
    elementsOf(block).flatMap((element) => {
      const blockId = asText(block['block_id'])
      const actionId = asText(element['action_id'])
      return blockId === undefined || actionId === undefined ? [] : [{ blockId, actionId, block, element }]
    }),
  )
}

export function findField(blocks: unknown, blockId: string, actionId: string): Field | undefined {
  return fieldsOf(blocks).find((field) => field.blockId === blockId && field.actionId === actionId)
}

/** Slack's `state.values`: for each stateful element the sent answer, else the kept one, else the preset one. */
export function stateValues(world: World, blocks: unknown, kept: StateValues, sent: StateValues): StateValues {
  const values: StateValues = {}
  for (const { blockId, actionId, element } of fieldsOf(blocks)) {
    const type = String(element['type'])
    const shape = SHAPES[type]
    if (!shape) continue
    const given = sent[blockId]?.[actionId]
    const known = kept[blockId]?.[actionId]
    const preset = { [shape.field]: element[shape.initial] ?? shape.empty }
    const answer = given ?? (known?.['type'] === type ? known : preset)
    const row = (values[blockId] ??= {})
    row[actionId] = completeAnswer(world, type, shape, answer)
  }
  return values
}

/** An answer in the element's own shape, whatever else was sent with it; text that is empty is none. */
export function completeAnswer(world: World, type: string, shape: Shape, answer: JsonObject): JsonObject {
  const value = answer[shape.field]
  if (type === 'file_input') {
    const ids = asArray(value).flatMap((file) => (isObject(file) ? (asText(file['id']) ?? []) : asStrings([file])))
    return { type, files: filesByIds(world, ids).map((file) => slackFile(world, file)) }
  }
  const nothing = value === undefined || value === null || (value === '' && shape.field === 'value')
  return { type, [shape.field]: nothing ? shape.empty : value }
}

export function isEmptyAnswer(answer: JsonObject | undefined): boolean {
  if (!answer) return true
  return Object.entries(answer).every(
    ([key, value]) => key === 'type' || value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0),
  )
}

/** The files kept in each file input, for the page. */
export function filesInValues(world: World, values: StateValues): Record<string, Record<string, SharedFile[]>> {
  const found: Record<string, Record<string, SharedFile[]>> = {}
  for (const [blockId, row] of Object.entries(values)) {
    for (const [actionId, answer] of Object.entries(row)) {
      if (answer['type'] !== 'file_input') continue
      const ids = asObjects(answer['files']).flatMap((file) => asText(asObject(file)['id']) ?? [])
      ;(found[blockId] ??= {})[actionId] = filesByIds(world, ids).map(sharedFile)
    }
  }
  return found
}
