/** Slash commands and shortcuts. */
import { asObject, isObject } from '../json.js'
import { findChannel, isIn, nameInPayload } from '../model/channels.js'
import { findMessage, maySee, slackMessage } from '../model/messages.js'
import type { ActResult, Person } from '../protocol.js'
import { deliver, noteBadAnswer } from '../transport/deliver.js'
import { CallRefused } from '../web-api/refusal.js'
import { nowMs, teamDomain, username, type World } from '../world.js'
import { actionTs, channelInPayload, payload, VERIFICATION_TOKEN } from './payload.js'
import { answerInChannel, giveResponseUrl, type Origin } from './response-urls.js'
import { commandFailure, interactionFailure, refused } from './words.js'

export async function actCommand(
  world: World,
  person: Person,
  act: { channel: string; text: string; threadTs?: string },
): Promise<ActResult> {
  const [, command = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(act.text.trim()) ?? []
  const channel = findChannel(world, act.channel)
  if (!channel || !isIn(channel, person.id)) return refused('channel_not_found', 'You are not in this channel.')
  if (act.threadTs !== undefined) {
    return refused('not_in_threads', `${command} is not supported in threads. Sorry!`)
  }
  if (!world.scopes.has('commands') || !world.manifest.commands.some((entry) => entry.command === command)) {
    return refused('invalid_command', `${command} is not a valid command.`)
  }
  const origin: Origin = { personId: person.id, channel: channel.id }
  const { team, bot } = world.options.cast
  const answer = await deliver(world, {
    kind: 'slash_commands',
    body: {
      token: VERIFICATION_TOKEN,
      team_id: team.id,
      team_domain: teamDomain(world),
      channel_id: channel.id,
      channel_name: nameInPayload(channel),
      user_id: person.id,
      user_name: username(person),
      command,
      text: text.trimEnd(),
      api_app_id: bot.appId,
      is_enterprise_install: 'false',
      response_url: giveResponseUrl(world, 'commands', origin),
      trigger_id: world.triggers.give(person.id),
    },
  })
  if (!answer.ok) return commandFailure(command, answer)
  return showAnswer(world, command, origin, answer.body)
}

/** What the bot answered at once is shown to the person, as a message of its own. */
function showAnswer(world: World, command: string, origin: Origin, body: unknown): ActResult {
  const message = typeof body === 'string' ? { text: body } : asObject(body)
  if (body === undefined || (isObject(body) && Object.keys(body).length === 0)) return { ok: true }
  try {
    answerInChannel(world, origin, message)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error
    noteBadAnswer(world, command, error.code, body)
    return refused('invalid_response', `${command} failed with the error "${error.code}"`)
  }
}

export async function actGlobalShortcut(world: World, person: Person, callbackId: string): Promise<ActResult> {
  if (!hasShortcut(world, 'global', callbackId)) return refused('invalid_shortcut', 'This shortcut does not exist.')
  const body = {
    ...payload(world, 'shortcut', person),
    callback_id: callbackId,
    trigger_id: world.triggers.give(person.id),
    action_ts: actionTs(nowMs(world)),
  }
  const answer = await deliver(world, { kind: 'interactive', body })
  return answer.ok ? { ok: true } : interactionFailure(answer)
}

export async function actMessageShortcut(
  world: World,
  person: Person,
  act: { channel: string; ts: string; callbackId: string },
): Promise<ActResult> {
  if (!hasShortcut(world, 'message', act.callbackId)) return refused('invalid_shortcut', 'This shortcut does not exist.')
  const channel = findChannel(world, act.channel)
  const message = findMessage(world, act.channel, act.ts)
  if (!channel || !message || !maySee(world, person.id, message) || message.ephemeralTo !== undefined) {
    return refused('message_not_found', 'This message is no longer there.')
  }
  const body = {
    ...payload(world, 'message_action', person),
    callback_id: act.callbackId,
    trigger_id: world.triggers.give(person.id),
    action_ts: actionTs(nowMs(world)),
    response_url: giveResponseUrl(world, 'app', {
      personId: person.id,
      channel: channel.id,
      ts: message.ts,
    }),
    channel: channelInPayload(channel),
    message_ts: message.ts,
    message: slackMessage(world, message),
  }
  const answer = await deliver(world, { kind: 'interactive', body })
  return answer.ok ? { ok: true } : interactionFailure(answer)
}

function hasShortcut(world: World, type: 'global' | 'message', callbackId: string): boolean {
  return world.manifest.shortcuts.some((shortcut) => shortcut.type === type && shortcut.callbackId === callbackId)
}
