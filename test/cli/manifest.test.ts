import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { httpManifest } from '../../src/cli/manifest.js'

const socket = `# For Socket Mode.
display_information:
  name: Onbehalf
features:
  slash_commands:
    - command: /case
      description: Cases
    - command: /access
      description: Access
settings:
  event_subscriptions:
    bot_events: [app_home_opened]
  interactivity:
    is_enabled: true
  socket_mode_enabled: true
`

describe('the manifest for HTTP', () => {
  test('sends everything to /slack/events of the address, and switches Socket Mode off', () => {
    expect(parse(httpManifest(socket, 'https://bot.example.com'))).toEqual({
      display_information: { name: 'Onbehalf' },
      features: {
        slash_commands: [
          { command: '/case', description: 'Cases', url: 'https://bot.example.com/slack/events' },
          { command: '/access', description: 'Access', url: 'https://bot.example.com/slack/events' },
        ],
      },
      settings: {
        event_subscriptions: { bot_events: ['app_home_opened'], request_url: 'https://bot.example.com/slack/events' },
        interactivity: {
          is_enabled: true,
          request_url: 'https://bot.example.com/slack/events',
          message_menu_options_url: 'https://bot.example.com/slack/events',
        },
        socket_mode_enabled: false,
      },
    })
  })

  test.each(['https://bot.example.com/', 'https://bot.example.com/x', 'https://bot.example.com/x/'])('a path stays: %s', (url) => {
    const manifest = parse(httpManifest(socket, url)) as { settings: { interactivity: { request_url: string } } }
    expect(manifest.settings.interactivity.request_url).toBe(`${url.replace(/\/$/, '')}/slack/events`)
  })

  test.each(['http://bot.example.com', 'bot.example.com', ''])('refuses %s', (url) => expect(() => httpManifest(socket, url)).toThrow())
})
