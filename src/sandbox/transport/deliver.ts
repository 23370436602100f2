/** Sends to the bot and writes down what was sent and answered. */
import { asObject, asObjects, asText } from '../json.js'
import type { BotAnswer, BotRequest } from './link.js'
import { nowMs, type World } from '../world.js'

export async function deliver(world: World, request: BotRequest): Promise<BotAnswer> {
  const started = performance.now()
  const answer = await world.link.send(request)
  const { kind, name } = label(request)
  world.traffic.add(
    {
      at: nowMs(world),
      direction: 'to_bot',
      kind,
      name,
      ok: answer.ok,
      ...(!answer.ok && { error: `${answer.error}: ${answer.detail}` }),
      milliseconds: Math.round(performance.now() - started),
      request: request.body,
      response: answer.ok ? (answer.body ?? null) : null,
    },
    request,
  )
  return answer
}

/** Sends text that need not be a sound payload. */
export async function deliverRaw(world: World, kind: BotRequest['kind'], text: string): Promise<BotAnswer> {
  const started = performance.now()
  const answer = await world.link.sendRaw(kind, text)
  world.traffic.add({
    at: nowMs(world),
    direction: 'to_bot',
    kind: 'raw',
    name: kind,
    ok: answer.ok,
    ...(!answer.ok && { error: `${answer.error}: ${answer.detail}` }),
    milliseconds: Math.round(performance.now() - started),
    request: text,
    response: answer.ok ? (answer.body ?? null) : null,
  })
  return answer
}

/** Writes down that the bot's answer could not be used. */
export function noteBadAnswer(world: World, name: string, error: string, response: unknown): void {
  const entry = { at: nowMs(world), direction: 'from_bot', kind: 'ack', name, ok: false } as const
  world.traffic.add({ ...entry, error, milliseconds: 0, request: null, response })
}

function label(request: BotRequest): { kind: string; name: string } {
  const body = request.body
  if (request.kind === 'slash_commands') return { kind: 'command', name: `${String(body['command'])} ${String(body['text'])}`.trim() }
  if (request.kind === 'events_api') return { kind: 'event', name: asText(asObject(body['event'])['type']) ?? 'event' }
  const action = asObjects(body['actions'])[0]
  const name =
    asText(action?.['action_id']) ?? asText(body['action_id']) ?? asText(body['callback_id']) ?? asText(asObject(body['view'])['callback_id'])
  return { kind: asText(body['type']) ?? 'interactive', name: name ?? '' }
}
