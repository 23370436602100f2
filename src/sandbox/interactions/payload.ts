/** The parts that interaction payloads have in common. */
import type { JsonObject } from '../json.js'
import { nameInPayload } from '../model/channels.js'
import type { Person } from '../protocol.js'
import type { StoredChannel } from '../state.js'
import { teamDomain, username, type World } from '../world.js'

/** Slack's old verification token; nobody should rely on it, and every payload has it. */
export const VERIFICATION_TOKEN = 'sandbox-verification'

export function payload(world: World, type: string, person: Person): JsonObject {
  const { team, bot } = world.options.cast
  return {
    type,
    team: { id: team.id, domain: teamDomain(world) },
    user: { id: person.id, username: username(person), name: username(person), team_id: person.isStranger ? 'T0STRANGERS' : team.id },
    api_app_id: bot.appId,
    token: VERIFICATION_TOKEN,
    enterprise: null,
    is_enterprise_install: false,
  }
}

export function channelInPayload(channel: StoredChannel): JsonObject {
  return { id: channel.id, name: nameInPayload(channel) }
}

/** Seconds with six decimals, for `action_ts`: the moment of an action, different for each. */
let lastAction = 0
export function actionTs(now: number): string {
  lastAction = Math.max(lastAction + 1, now * 1000)
  return (lastAction / 1e6).toFixed(6)
}
