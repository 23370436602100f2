/** Views: each person's stack of modals, and each person's home. */
import type { View } from '@slack/types'
import { completeBlocks, MAX_VIEW_BYTES, problemLine, viewProblems, withTextDefaults } from '../block-kit/surfaces.js'
import { secret, shortId, slackId } from '../ids.js'
import { asObject, asText, isObject, type JsonObject } from '../json.js'
import type { OpenView } from '../protocol.js'
import type { StoredView } from '../state.js'
import { nowMs, save, type World } from '../world.js'
import { refuseCall } from '../web-api/refusal.js'
import { filesInValues, stateValues } from './input-values.js'

/** One modal opened and two pushed on it. */
const MAX_STACK = 3

export function stackOf(world: World, personId: string): StoredView[] {
  return world.state.views.filter((view) => view.kind === 'modal' && view.ownerId === personId)
}

export function homeOf(world: World, personId: string): StoredView | undefined {
  return world.state.views.find((view) => view.kind === 'home' && view.ownerId === personId)
}

export function findView(world: World, id: string): StoredView | undefined {
  return world.state.views.find((view) => view.id === id)
}

/** Opens a modal; whatever the person had open is gone. */
export function openModal(world: World, personId: string, view: unknown): StoredView {
  const checked = checkView(world, view, 'modal')
  drop(world, stackOf(world, personId))
  return addModal(world, personId, checked, null)
}

export function pushModal(world: World, personId: string, view: unknown): StoredView {
  const stack = stackOf(world, personId)
  if (stack.length >= MAX_STACK) return refuseCall('push_limit_reached')
  return addModal(world, personId, checkView(world, view, 'modal'), stack.at(-1) ?? null)
}

function addModal(world: World, personId: string, view: JsonObject, below: StoredView | null): StoredView {
  const id = slackId('V')
  const stored: StoredView = {
    id,
    hash: newHash(world),
    ownerId: personId,
    kind: 'modal',
    view,
    values: {},
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
    externalId: asText(view['external_id']) ?? '',
  }
  stored.values = stateValues(world, view['blocks'], {}, {})
  world.state.views.push(stored)
  changed(world, stored)
  return stored
}

/** Puts other content into a view; answers in inputs with the same block and action id stay. */
export function replaceView(world: World, stored: StoredView, view: unknown): StoredView {
  const checked = checkView(world, view, stored.kind, stored)
  stored.view = checked
  stored.hash = newHash(world)
  stored.externalId = asText(checked['external_id']) ?? stored.externalId
  stored.values = stateValues(world, checked['blocks'], stored.values, {})
  changed(world, stored)
  return stored
}

export function publishHome(world: World, personId: string, view: unknown): StoredView {
  const known = homeOf(world, personId)
  if (known) return replaceView(world, known, view)
  const checked = checkView(world, view, 'home')
  const id = slackId('V')
  const stored: StoredView = {
    id, hash: newHash(world), ownerId: personId, kind: 'home', view: checked,
    values: stateValues(world, checked['blocks'], {}, {}),
    rootId: id, previousId: null, externalId: asText(checked['external_id']) ?? '',
  }
  world.state.views.push(stored)
  changed(world, stored)
  return stored
}

/** Closes these modals. */
export function closeViews(world: World, views: StoredView[]): void {
  const first = views[0]
  if (!first) return
  drop(world, views)
  changed(world, first)
}

function drop(world: World, views: StoredView[]): void {
  world.state.views = world.state.views.filter((view) => !views.includes(view))
}

function changed(world: World, view: StoredView): void {
  save(world)
  if (view.kind === 'home') world.events.emit({ type: 'home', home: openView(world, view) }, [view.ownerId])
  else world.events.emit({ type: 'modals', modals: openModals(world, view.ownerId) }, [view.ownerId])
}

function newHash(world: World): string {
  return `${Math.floor(nowMs(world) / 1000)}.${secret().slice(0, 8)}`
}

/** Throws what `views.*` would answer to a view that Slack refuses. */
function checkView(world: World, view: unknown, kind: 'modal' | 'home', replacing?: StoredView): JsonObject {
  if (!isObject(view)) return refuseCall('invalid_arguments', messages(['[ERROR] missing required field: view']))
  const problems = viewProblems(view, kind)
  if (problems.length > 0) return refuseCall('invalid_arguments', messages(problems.map(problemLine)))
  if (Buffer.byteLength(JSON.stringify(view)) > MAX_VIEW_BYTES) return refuseCall('view_too_large')
  const externalId = asText(view['external_id'])
  if (externalId !== undefined && world.state.views.some((other) => other !== replacing && other.externalId === externalId)) {
    return refuseCall('duplicate_external_id')
  }
  return { ...asObject(withTextDefaults(view)), blocks: completeBlocks(view['blocks'], shortId) }
}

function messages(lines: string[]): JsonObject {
  return { response_metadata: { messages: lines } }
}

export function openModals(world: World, personId: string): OpenView[] {
  return stackOf(world, personId).map((view) => openView(world, view))
}

/** For the page. */
export function openView(world: World, view: StoredView): OpenView {
  return {
    id: view.id,
    hash: view.hash,
    ownerId: view.ownerId,
    // Checked against Slack's shapes when it came in.
    view: view.view as unknown as View,
    files: filesInValues(world, view.values),
    values: view.values,
  }
}

/** For the bot. */
export function slackView(world: World, view: StoredView): JsonObject {
  const { team, bot } = world.options.cast
  const given = view.view
  return {
    id: view.id,
    team_id: team.id,
    type: view.kind,
    blocks: given['blocks'],
    private_metadata: given['private_metadata'] ?? '',
    callback_id: given['callback_id'] ?? '',
    state: { values: view.values },
    hash: view.hash,
    title: given['title'] ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: given['clear_on_close'] ?? false,
    notify_on_close: given['notify_on_close'] ?? false,
    close: given['close'] ?? null,
    submit: given['submit'] ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: bot.appId,
    external_id: view.externalId,
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  }
}
