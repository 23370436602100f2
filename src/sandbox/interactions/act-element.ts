/** Buttons, selects and other elements, and the options of searched selects. */
import { asArray, asObjects, asText, isObject, type JsonObject } from '../json.js'
import { list, type Problem } from '../block-kit/checks.js'
import { optionGroup, plainOption } from '../block-kit/objects.js'
import { allOptions, sameOption } from '../block-kit/objects.js'
import { completeAnswer, findField, SHAPES, stateValues } from '../model/input-values.js'
import type { ActResult, Person, Place, StateValues, Suggest, SuggestedOption, SuggestResult } from '../protocol.js'
import { deliver, noteBadAnswer } from '../transport/deliver.js'
import { nowMs, save, type World } from '../world.js'
import { optionError } from './check-answers.js'
import { actionTs, payload } from './payload.js'
import { findPlace, type Found, keepValues, placeInPayload } from './place.js'
import { giveResponseUrl } from './response-urls.js'
import { failureName, interactionFailure, refused } from './words.js'

interface ElementAct {
  place: Place
  blockId: string
  actionId: string
  value: JsonObject
  state: StateValues
  force?: boolean
}

export async function actElement(world: World, person: Person, act: ElementAct): Promise<ActResult> {
  const found = findPlace(world, person, act.place)
  if (!found) return refused('not_found', 'This is no longer there.')
  const field = findField(found.blocks, act.blockId, act.actionId)
  if (!field && !act.force) return refused('element_not_found', 'This is no longer there.')
  const element: JsonObject = field?.element ?? { type: asText(act.value['type']) ?? 'button' }
  if (!act.force) {
    // Slack is silent about an input until the form is sent, unless the input says otherwise.
    if (field?.block['type'] === 'input' && field.block['dispatch_action'] !== true) {
      return refused('not_dispatched', 'This input does not act by itself.')
    }
    const wrong = optionError(String(element['type']), element, act.value) ?? overflowError(element, act.value)
    if (wrong !== undefined) return refused('invalid_option', wrong)
  }
  const sent = SHAPES[String(element['type'])] ? withAnswer(act) : act.state
  const values = stateValues(world, found.blocks, found.kept, sent)
  keepValues(found, values)
  save(world)
  const inModal = found.in === 'view' && found.view.kind === 'modal' ? found.view.id : undefined
  const body = {
    ...payload(world, 'block_actions', person),
    ...placeInPayload(world, found, values),
    trigger_id: world.triggers.give(person.id, inModal),
    ...(found.in === 'message' && { response_url: giveResponseUrl(world, 'actions', originOf(person, found)) }),
    actions: [
      {
        ...actionFields(world, element, act),
        block_id: act.blockId,
        action_id: act.actionId,
        action_ts: actionTs(nowMs(world)),
      },
    ],
  }
  const answer = await deliver(world, { kind: 'interactive', body })
  return answer.ok ? { ok: true } : interactionFailure(answer)
}

function withAnswer(act: ElementAct): StateValues {
  return { ...act.state, [act.blockId]: { ...act.state[act.blockId], [act.actionId]: act.value } }
}

function overflowError(element: JsonObject, value: JsonObject): string | undefined {
  if (element['type'] !== 'overflow') return undefined
  return allOptions(element).some((option) => sameOption(option, value['selected_option'])) ? undefined : 'Please choose an option.'
}

function originOf(person: Person, found: Extract<Found, { in: 'message' }>) {
  return { personId: person.id, channel: found.channel.id, ts: found.message.ts }
}

/** The element's own fields that Slack repeats in an action, and the new value. */
function actionFields(world: World, element: JsonObject, act: ElementAct): JsonObject {
  const type = String(element['type'])
  const shape = SHAPES[type]
  const own = type === 'button' ? ['type', 'text', 'value', 'url', 'style', 'confirm'] : ['type', 'placeholder', 'initial_option', 'initial_options', 'initial_value', 'confirm']
  const repeated = Object.fromEntries(own.filter((key) => element[key] !== undefined).map((key) => [key, element[key]]))
  if (shape) return { ...repeated, ...completeAnswer(world, type, shape, act.value) }
  if (type === 'overflow') return { ...repeated, selected_option: act.value['selected_option'] }
  return act.force ? { ...repeated, ...act.value } : repeated
}

export async function suggestOptions(world: World, person: Person, ask: Suggest): Promise<SuggestResult> {
  const none = (error: string): SuggestResult => ({ ok: false, error, options: [] })
  const found = findPlace(world, person, ask.place)
  const field = found && findField(found.blocks, ask.blockId, ask.actionId)
  if (!found || !field || !String(field.element['type']).endsWith('external_select')) return none('not_found')
  const least = typeof field.element['min_query_length'] === 'number' ? field.element['min_query_length'] : 3
  if (ask.value.length < least) return { ok: true, options: [] }
  const values = stateValues(world, found.blocks, found.kept, ask.state)
  keepValues(found, values)
  const body = {
    ...payload(world, 'block_suggestion', person),
    ...placeInPayload(world, found, values),
    action_id: ask.actionId,
    block_id: ask.blockId,
    value: ask.value,
  }
  const answer = await deliver(world, { kind: 'interactive', body })
  if (!answer.ok) return none(failureName(answer))
  const problems: Problem[] = []
  const options = isObject(answer.body) ? answer.body['options'] : undefined
  const groups = isObject(answer.body) ? answer.body['option_groups'] : undefined
  if ((options === undefined) === (groups === undefined)) {
    problems.push({ pointer: '', message: 'must define either `options` or `option_groups`' })
  } else if (groups === undefined) list(100, plainOption, 0)(options, '/options', problems)
  else list(100, optionGroup, 0)(groups, '/option_groups', problems)
  const [first] = problems
  if (first) {
    noteBadAnswer(world, ask.actionId, `${first.message} [json-pointer:${first.pointer}]`, answer.body)
    return none('invalid_options')
  }
  // Checked just now.
  const asOptions = (value: unknown) => asArray(value) as SuggestedOption[]
  if (groups === undefined) return { ok: true, options: asOptions(options) }
  const optionGroups = asObjects(groups) as unknown as NonNullable<SuggestResult['optionGroups']>
  return { ok: true, options: optionGroups.flatMap((group) => group.options), optionGroups }
}
