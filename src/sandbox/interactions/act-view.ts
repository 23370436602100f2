/** Modals that a person submits or closes. */
import { asObject, asText, isObject } from '../json.js'
import { stateValues, findField } from '../model/input-values.js'
import { closeViews, findView, pushModal, replaceView, slackView, stackOf } from '../model/views.js'
import type { ActResult, Person, StateValues } from '../protocol.js'
import type { StoredView } from '../state.js'
import { deliver, noteBadAnswer } from '../transport/deliver.js'
import { CallRefused } from '../web-api/refusal.js'
import { save, type World } from '../world.js'
import { formErrors } from './check-answers.js'
import { payload } from './payload.js'
import { giveResponseUrl } from './response-urls.js'
import { asStrings } from '../json.js'
import { interactionFailure, refused, trouble } from './words.js'

export async function actSubmit(
  world: World,
  person: Person,
  act: { viewId: string; state: StateValues; force?: boolean },
): Promise<ActResult> {
  const view = findView(world, act.viewId)
  if (view?.ownerId !== person.id || view.kind !== 'modal') return refused('not_found', 'This form is no longer there.')
  if (!act.force && stackOf(world, person.id).at(-1) !== view) return refused('not_on_top', 'Another form is on top of this one.')
  const values = act.force
    ? { ...stateValues(world, view.view['blocks'], view.values, act.state), ...forged(view, act.state) }
    : stateValues(world, view.view['blocks'], view.values, act.state)
  view.values = values
  save(world)
  if (!act.force) {
    if (view.view['submit'] === undefined) return refused('not_submittable', 'This form cannot be sent.')
    const errors = formErrors(view.view['blocks'], values)
    if (Object.keys(errors).length > 0) return { ok: true, errors }
  }
  const body = {
    ...payload(world, 'view_submission', person),
    trigger_id: world.triggers.give(person.id, view.id),
    view: slackView(world, view),
    response_urls: responseUrls(world, person, view),
  }
  const answer = await deliver(world, { kind: 'interactive', body })
  if (!answer.ok) return interactionFailure(answer)
  return applyAnswer(world, person, view, answer.body)
}

/** Blocks a forged form adds that the view does not have. */
function forged(view: StoredView, state: StateValues): StateValues {
  const rows = Object.entries(state).map(([blockId, row]): [string, StateValues[string]] => [blockId, { ...view.values[blockId], ...row }])
  return Object.fromEntries(rows.filter(([blockId]) => Object.keys(state[blockId] ?? {}).some((actionId) => !findField(view.view['blocks'], blockId, actionId))))
}

/** Addresses to answer in the channels that a person chose in selects with `response_url_enabled`. */
function responseUrls(world: World, person: Person, view: StoredView) {
  return Object.entries(view.values).flatMap(([blockId, row]) =>
    Object.entries(row).flatMap(([actionId, answer]) => {
      const element = findField(view.view['blocks'], blockId, actionId)?.element
      const channel = asText(answer['selected_conversation']) ?? asText(answer['selected_channel'])
      if (element?.['response_url_enabled'] !== true || channel === undefined) return []
      const url = giveResponseUrl(world, 'app', { personId: person.id, channel })
      return [{ block_id: blockId, action_id: actionId, channel_id: channel, response_url: url }]
    }),
  )
}

/** Does what the bot's acknowledgement says; anything it should not say leaves the form open with Slack's words. */
function applyAnswer(world: World, person: Person, view: StoredView, body: unknown): ActResult {
  const bad = (error: string): ActResult => {
    noteBadAnswer(world, asText(view.view['callback_id']) ?? view.id, error, body)
    return trouble('invalid_response')
  }
  // The bot may have changed the stack meanwhile.
  const open = findView(world, view.id)
  if (body === undefined) {
    if (open) closeViews(world, [open])
    return { ok: true }
  }
  if (!isObject(body)) return bad('an acknowledgement that closes the view must be empty')
  try {
    switch (body['response_action']) {
      case 'errors':
        return showErrors(view, asObject(body['errors'])) ?? bad('errors must name input blocks of the view, with words')
      case 'update':
        if (!open) return bad('view not found')
        replaceView(world, open, body['view'])
        return { ok: true }
      case 'push':
        pushModal(world, person.id, body['view'])
        return { ok: true }
      case 'clear':
        closeViews(world, stackOf(world, person.id))
        return { ok: true }
      default:
        return bad('an acknowledgement that closes the view must be empty')
    }
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error
    const lines = asStrings(asObject(error.details['response_metadata'])['messages'])
    return bad([error.code, ...lines].join(' '))
  }
}

function showErrors(view: StoredView, errors: Record<string, unknown>): ActResult | undefined {
  const blocks = Array.isArray(view.view['blocks']) ? view.view['blocks'].filter(isObject) : []
  const inputs = new Set(blocks.filter((block) => block['type'] === 'input').map((block) => block['block_id']))
  const shown: Record<string, string> = {}
  for (const [blockId, words] of Object.entries(errors)) {
    if (!inputs.has(blockId) || typeof words !== 'string' || words === '') return undefined
    shown[blockId] = words
  }
  return Object.keys(shown).length > 0 ? { ok: true, errors: shown } : undefined
}

export async function actClose(
  world: World,
  person: Person,
  act: { viewId: string; state: StateValues; all?: boolean },
): Promise<ActResult> {
  const view = findView(world, act.viewId)
  if (view?.ownerId !== person.id || view.kind !== 'modal') return refused('not_found', 'This form is no longer there.')
  view.values = stateValues(world, view.view['blocks'], view.values, act.state)
  const cleared = act.all === true || view.view['clear_on_close'] === true
  const stack = stackOf(world, person.id)
  const told = cleared ? (stack[0] ?? view) : view
  closeViews(world, cleared ? stack : stack.slice(stack.indexOf(view)))
  if (told.view['notify_on_close'] !== true) return { ok: true }
  const body = { ...payload(world, 'view_closed', person), view: slackView(world, told), is_cleared: cleared }
  await deliver(world, { kind: 'interactive', body })
  // The form is gone for the person, whatever the bot made of it.
  return { ok: true }
}
