/** What a person does in the workspace. */
import { addMessage, findMessage } from '../model/messages.js'
import { findFile } from '../model/files.js'
import { findChannel, isIn } from '../model/channels.js'
import { isObject } from '../json.js'
import type { Act, ActResult, Person, StateValues } from '../protocol.js'
import { findPerson, type World } from '../world.js'
import { actCommand, actGlobalShortcut, actMessageShortcut } from './act-command.js'
import { actElement } from './act-element.js'
import { actClose, actSubmit } from './act-view.js'
import { homeOpened, tellBot } from './bot-events.js'
import { refused } from './words.js'

/** Characters; what Slack's composer takes. */
const MAX_SAID = 12_000

export async function act(world: World, personId: string, what: Act): Promise<ActResult> {
  const person = findPerson(world, personId)
  if (!person || person.deleted) return refused('user_not_found', 'This person is not in the workspace.')
  if (!world.manifest.interactivity && INTERACTIVE.has(what.do)) {
    return refused('interactivity_disabled', 'This app is not configured to handle interactive responses.')
  }
  switch (what.do) {
    case 'say':
      return say(world, person, what)
    case 'command':
      return actCommand(world, person, what)
    case 'global_shortcut':
      return actGlobalShortcut(world, person, what.callbackId)
    case 'message_shortcut':
      return actMessageShortcut(world, person, what)
    case 'action':
      return actElement(world, person, withOwnFiles(world, person, what))
    case 'submit':
      return actSubmit(world, person, withOwnFiles(world, person, what))
    case 'close':
      return actClose(world, person, withOwnFiles(world, person, what))
    case 'open_home':
      homeOpened(world, person)
      return { ok: true }
  }
}

const INTERACTIVE = new Set<Act['do']>(['global_shortcut', 'message_shortcut', 'action', 'submit'])

/** Nobody can hand in a file that somebody else uploaded. */
function withOwnFiles<T extends { state: StateValues; force?: boolean }>(world: World, person: Person, what: T): T {
  if (what.force) return what
  const mine = (file: unknown) => isObject(file) && findFile(world, String(file['id']))?.user === person.id
  const state = Object.entries(what.state).map(([blockId, row]): [string, StateValues[string]] => [
    blockId,
    Object.fromEntries(
      Object.entries(row).map(([actionId, answer]) => [
        actionId,
        Array.isArray(answer['files']) ? { ...answer, files: answer['files'].filter(mine) } : answer,
      ]),
    ),
  ])
  return { ...what, state: Object.fromEntries(state) }
}

/** Typed text as Slack passes it on: `&`, `<` and `>` escaped, mentions of people, channels and groups left whole. */
export function escapeTyped(text: string): string {
  return text
    .split(/(<(?:@[UW][A-Z0-9]+|#[CG][A-Z0-9]+(?:\|[^<>]*)?|!(?:here|channel|everyone))>)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')))
    .join('')
}

function say(world: World, person: Person, what: Extract<Act, { do: 'say' }>): ActResult {
  const channel = findChannel(world, what.channel)
  if (!channel || !isIn(channel, person.id)) return refused('channel_not_found', 'You are not in this channel.')
  if (channel.kind === 'im' && world.manifest.messagesTab !== 'on') {
    return refused('messages_tab_disabled', 'Sending messages to this app has been turned off.')
  }
  const fileIds = (what.fileIds ?? []).filter((id) => findFile(world, id)?.user === person.id)
  if (what.text === '' && fileIds.length === 0) return refused('no_text', 'Write something first.')
  if (what.text.length > MAX_SAID) return refused('msg_too_long', `This message is longer than ${MAX_SAID} characters.`)
  const parent = what.threadTs === undefined ? undefined : findMessage(world, channel.id, what.threadTs)
  if (what.threadTs !== undefined && !parent) return refused('thread_not_found', 'This thread is no longer there.')
  const message = addMessage(world, channel, {
    user: person.id,
    fromBot: false,
    text: escapeTyped(what.text),
    ...(fileIds.length > 0 && { fileIds }),
    ...(parent && { threadTs: parent.threadTs ?? parent.ts }),
  })
  tellBot(world, message)
  return { ok: true }
}
