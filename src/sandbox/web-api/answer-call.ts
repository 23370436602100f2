/** One Web API call: token, scopes, faults, the method, and its trace in the traffic. */
import { asText, isObject, type JsonObject, parseJson } from '../json.js'
import type { Fault } from '../protocol.js'
import { nowMs, save, type World } from '../world.js'
import type { Method, Methods } from './method.js'
import { CallRefused } from './refusal.js'

export interface Call {
  method: string
  contentType: string
  authorization: string
  body: string
  query: URLSearchParams
}

export type CallAnswer =
  | { status: number; headers: Record<string, string>; body: JsonObject }
  /** The connection is cut instead of an answer. */
  | { cut: true }

export async function answerCall(world: World, methods: Methods, call: Call): Promise<CallAnswer> {
  const started = performance.now()
  const args = readArguments(call)
  const token = /^Bearer\s+(.+)$/i.exec(call.authorization)?.[1] ?? asText(args['token'])
  delete args['token']
  const fault = world.faults.take(call.method)
  const answer = await outcome(world, methods, call.method, token, args, fault)
  const body = 'cut' in answer ? null : answer.body
  const ok = body?.['ok'] === true
  world.traffic.add({
    at: nowMs(world),
    direction: 'from_bot',
    kind: 'Web API',
    name: call.method,
    ok,
    ...(!ok && { error: body ? String(body['error']) : `${fault?.kind ?? 'cut'}: the connection was cut` }),
    milliseconds: Math.round(performance.now() - started),
    request: args,
    response: body,
  })
  return answer
}

async function outcome(
  world: World,
  methods: Methods,
  name: string,
  token: string | undefined,
  args: JsonObject,
  fault: Fault | undefined,
): Promise<CallAnswer> {
  if (fault?.kind === 'refused') return { cut: true }
  if (fault?.kind === 'rate_limited') {
    const headers = { 'retry-after': String(fault.retryAfter ?? 1) }
    return { status: 429, headers, body: { ok: false, error: 'ratelimited' } }
  }
  if (fault?.kind === 'error') return reply(world, { ok: false, error: fault.error ?? 'internal_error' })
  const body = await run(world, Object.hasOwn(methods, name) ? methods[name] : undefined, token, args)
  if (fault?.kind === 'lost_answer') return { cut: true }
  return reply(world, body)
}

async function run(world: World, method: Method | undefined, token: string | undefined, args: JsonObject): Promise<JsonObject> {
  try {
    if (!method) throw new CallRefused('unknown_method')
    checkToken(world, method, token)
    checkScopes(world, method)
    const body = { ok: true, ...(await method.run(world, args)) }
    save(world)
    return body
  } catch (error) {
    if (error instanceof CallRefused) return { ok: false, error: error.code, ...error.details }
    world.options.log?.(`sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return { ok: false, error: 'internal_error' }
  }
}

function checkToken(world: World, method: Method, token: string | undefined): void {
  if (method.open) return
  const { bot, app } = world.options.tokens
  if (token === undefined || token === '') throw new CallRefused('not_authed')
  const wanted = method.appToken ? app : bot
  if (token === wanted) return
  throw new CallRefused(token === bot || token === app ? 'not_allowed_token_type' : 'invalid_auth')
}

function checkScopes(world: World, method: Method): void {
  for (const scope of method.scopes ?? []) {
    const choices = typeof scope === 'string' ? [scope] : scope
    if (choices.some((choice) => world.scopes.has(choice))) continue
    throw new CallRefused('missing_scope', { needed: choices.join(','), provided: [...world.scopes].join(',') })
  }
}

function reply(world: World, body: JsonObject): CallAnswer {
  return { status: 200, headers: { 'x-oauth-scopes': [...world.scopes].join(',') }, body }
}

/** Arguments come as JSON, as a form, or in the address; fields that hold JSON text in a form are read as JSON. */
function readArguments(call: Call): JsonObject {
  if (call.contentType.includes('application/json')) {
    const body = parseJson(call.body)
    return isObject(body) ? { ...body } : {}
  }
  const fields = call.contentType.includes('application/x-www-form-urlencoded') ? new URLSearchParams(call.body) : call.query
  return Object.fromEntries([...fields].map(([key, value]) => [key, HOLDS_JSON.has(key) ? (parseJson(value) ?? value) : value]))
}

const HOLDS_JSON = new Set(['blocks', 'view', 'metadata', 'attachments', 'files'])
