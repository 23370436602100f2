/** What the stand-in takes from a Slack app manifest: commands, shortcuts, scopes, events, the app's home. */
import { parse } from 'yaml'
import { asObject, asObjects, asStrings, asText, isObject } from './json.js'
import type { WorkspaceInfo } from './protocol.js'

export interface Manifest {
  botName: string
  commands: WorkspaceInfo['commands']
  shortcuts: WorkspaceInfo['shortcuts']
  scopes: string[]
  optionalScopes: string[]
  events: string[]
  homeTab: boolean
  /** Whether people may write to the bot in its direct message. */
  messagesTab: 'off' | 'read_only' | 'on'
  interactivity: boolean
}

/** Throws with a sentence when the text is no manifest. */
export function readManifest(text: string): Manifest {
  const document: unknown = parse(text)
  if (!isObject(document)) throw new Error('The manifest is not a YAML or JSON object.')
  const features = asObject(document['features'])
  const home = asObject(features['app_home'])
  const settings = asObject(document['settings'])
  const scopes = asObject(asObject(document['oauth_config'])['scopes'])
  const display = asText(asObject(document['display_information'])['name'])
  return {
    botName: asText(asObject(features['bot_user'])['display_name']) ?? display ?? 'app',
    commands: asObjects(features['slash_commands']).map((entry) => ({
      command: asText(entry['command']) ?? '',
      description: asText(entry['description']) ?? '',
      usageHint: asText(entry['usage_hint']) ?? '',
    })),
    shortcuts: asObjects(features['shortcuts']).map((entry) => ({
      name: asText(entry['name']) ?? '',
      type: entry['type'] === 'message' ? 'message' : 'global',
      callbackId: asText(entry['callback_id']) ?? '',
      description: asText(entry['description']) ?? '',
    })),
    scopes: asStrings(scopes['bot']),
    optionalScopes: asStrings(scopes['bot_optional']),
    events: asStrings(asObject(settings['event_subscriptions'])['bot_events']),
    homeTab: home['home_tab_enabled'] === true,
    messagesTab: home['messages_tab_enabled'] === false ? 'off' : home['messages_tab_read_only_enabled'] === true ? 'read_only' : 'on',
    interactivity: asObject(settings['interactivity'])['is_enabled'] === true,
  }
}
