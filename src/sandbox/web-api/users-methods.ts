/** People as Slack describes them. */
import { createHash } from 'node:crypto'
import { asText, type JsonObject } from '../json.js'
import type { Person } from '../protocol.js'
import { nowMs, username, type World } from '../world.js'
import { yes, type Methods } from './method.js'
import { refuseCall } from './refusal.js'

export const usersMethods: Methods = {
  'users.info': {
    scopes: ['users:read'],
    run(world, args) {
      const id = asText(args['user'])
      const bot = world.options.cast.bot
      if (id === bot.userId) return { user: botUser(world) }
      const person = world.state.people.find((entry) => entry.id === id)
      if (!person) return refuseCall('user_not_found')
      return { user: slackUser(world, person, yes(args['include_locale'])) }
    },
  },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    run(world, args) {
      const email = asText(args['email'])?.toLowerCase()
      const person = world.state.people.find((entry) => entry.email.toLowerCase() === email && !entry.deleted && !entry.isStranger)
      if (!person) return refuseCall('users_not_found')
      return { user: slackUser(world, person, false) }
    },
  },
  'users.list': {
    scopes: ['users:read'],
    run(world, args) {
      const locale = yes(args['include_locale'])
      const members = [...world.state.people.map((person) => slackUser(world, person, locale)), botUser(world)]
      const from = Number(asText(args['cursor']) ?? 0)
      const limit = Math.min(Number(args['limit'] ?? 1000) || 1000, 1000)
      const next = from + limit < members.length ? String(from + limit) : ''
      return {
        members: members.slice(from, from + limit),
        cache_ts: Math.floor(nowMs(world) / 1000),
        response_metadata: { next_cursor: next },
      }
    },
  },
}

export function slackUser(world: World, person: Person, withLocale: boolean): JsonObject {
  const team = world.options.cast.team.id
  const first = person.name.split(' ')[0] ?? person.name
  return {
    id: person.id,
    team_id: person.isStranger ? 'T0STRANGERS' : team,
    name: username(person),
    deleted: person.deleted ?? false,
    color: createHash('sha256').update(person.id).digest('hex').slice(0, 6),
    real_name: person.name,
    tz: person.timeZone,
    tz_label: person.timeZone,
    tz_offset: offsetSeconds(person.timeZone, nowMs(world)),
    profile: {
      title: person.title,
      real_name: person.name,
      real_name_normalized: person.name,
      display_name: first,
      display_name_normalized: first,
      first_name: first,
      last_name: person.name.split(' ').slice(1).join(' '),
      avatar_hash: '',
      status_text: '',
      status_emoji: '',
      team: person.isStranger ? 'T0STRANGERS' : team,
      // Slack shows an address only to an app with the scope for it, and never a stranger's.
      ...(world.scopes.has('users:read.email') && !person.isStranger && { email: person.email }),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.isGuest ?? false,
    is_ultra_restricted: false,
    is_bot: false,
    is_app_user: false,
    is_stranger: person.isStranger ?? false,
    updated: Math.floor(nowMs(world) / 1000),
    is_email_confirmed: true,
    ...(withLocale && { locale: person.locale }),
  }
}

function botUser(world: World): JsonObject {
  const { team, bot } = world.options.cast
  return {
    id: bot.userId,
    team_id: team.id,
    name: bot.name,
    deleted: false,
    real_name: bot.name,
    tz: 'America/Los_Angeles',
    tz_offset: offsetSeconds('America/Los_Angeles', nowMs(world)),
    profile: { real_name: bot.name, display_name: '', bot_id: bot.botId, api_app_id: bot.appId, always_active: true, team: team.id },
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: true,
    is_app_user: false,
  }
}

/** Seconds east of UTC at that moment. */
function offsetSeconds(timeZone: string, at: number): number {
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
    const match = /GMT([+-])(\d\d):(\d\d)/.exec(parts.find((part) => part.type === 'timeZoneName')?.value ?? '')
    if (!match) return 0
    const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60
    return match[1] === '-' ? -seconds : seconds
  } catch {
    return 0
  }
}
