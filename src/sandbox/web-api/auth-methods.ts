/** Who the bot is, and where its Socket Mode connection goes. */
import { teamDomain } from '../world.js'
import type { Methods } from './method.js'
import { refuseCall } from './refusal.js'

export const authMethods = (ticket: () => string): Methods => ({
  'api.test': {
    open: true,
    run: (_world, args) => (typeof args['error'] === 'string' ? refuseCall(args['error'], { args }) : { args }),
  },
  'auth.test': {
    run(world) {
      const { team, bot } = world.options.cast
      return {
        url: `https://${teamDomain(world)}.slack.com/`,
        team: team.name,
        user: bot.name,
        team_id: team.id,
        user_id: bot.userId,
        bot_id: bot.botId,
        is_enterprise_install: false,
      }
    },
  },
  'bots.info': {
    scopes: ['users:read'],
    run(world, args) {
      const { bot } = world.options.cast
      if (args['bot'] !== undefined && args['bot'] !== bot.botId) return refuseCall('bot_not_found')
      return { bot: { id: bot.botId, deleted: false, name: bot.name, updated: 0, app_id: bot.appId, user_id: bot.userId, icons: {} } }
    },
  },
  'apps.connections.open': {
    appToken: true,
    run: (world) => ({ url: `${world.baseUrl.replace(/^http/, 'ws')}/socket/?ticket=${ticket()}&app_id=${world.options.cast.bot.appId}` }),
  },
})
