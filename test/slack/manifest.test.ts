import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormatsModule from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { commands, events, shortcuts } from '../../src/slack/routes.js'

interface Manifest {
  features: {
    app_home: Record<string, boolean>
    shortcuts: { name: string; type: string; callback_id: string; description: string }[]
    slash_commands: { command: string; description: string; usage_hint: string }[]
  }
  oauth_config: { scopes: { bot: string[]; bot_optional: string[] } }
  settings: Record<string, unknown> & { event_subscriptions: { bot_events: string[] } }
}

const manifest = parse(readFileSync('manifest.yml', 'utf8')) as Manifest
const schema = JSON.parse(readFileSync('test/fixtures/slack-manifest.schema.2.0.0.json', 'utf8')) as Record<string, unknown>
// A CommonJS module: what is called `default` depends on who asks.
const addFormats = addFormatsModule as unknown as (ajv: Ajv) => void

function problemsOf(value: unknown): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  const check = ajv.compile(schema)
  check(value)
  return (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

describe('manifest.yml', () => {
  test('passes Slack’s own schema', () => {
    expect(problemsOf(manifest)).toEqual([])
  })

  test('the schema would say no', () => {
    expect(problemsOf({ ...manifest, settings: { ...manifest.settings, bogus: true } })).not.toEqual([])
    expect(problemsOf({ ...manifest, display_information: { name: 'x'.repeat(36) } })).not.toEqual([])
  })

  test('declares the commands, shortcuts and events that routes.ts answers, and no others', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(Object.keys(commands))
    expect(manifest.features.shortcuts.map(({ callback_id: id }) => id)).toEqual(Object.keys(shortcuts))
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(Object.keys(events))
  })

  test('keeps Slack’s limits', () => {
    for (const { name, description } of manifest.features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24)
      expect(description.length).toBeLessThanOrEqual(150)
    }
    for (const { command, description, usage_hint: hint } of manifest.features.slash_commands) {
      expect(command).toMatch(/^\/[a-z]{1,31}$/)
      expect(description.length).toBeLessThanOrEqual(2000)
      expect(hint.length).toBeLessThanOrEqual(1000)
    }
  })

  test('asks for the scopes of the brief; optional ones are among all', () => {
    const { bot, bot_optional: optional } = manifest.oauth_config.scopes
    expect(optional).toEqual(['channels:history', 'groups:history', 'im:history'])
    expect(bot.filter((scope) => !optional.includes(scope))).toEqual(['commands', 'chat:write', 'im:write', 'users:read', 'users:read.email', 'files:read', 'files:write'])
    expect(bot).toEqual(expect.arrayContaining(optional))
  })

  test('is for Socket Mode, with Home and the messages tab that answers come to', () => {
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, org_deploy_enabled: false, token_rotation_enabled: false, interactivity: { is_enabled: true } })
    expect(manifest.features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true })
  })
})
