/** Socket Mode: the bot connects by WebSocket and acknowledges each envelope by its id. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { secret } from '../ids.js'
import { asText, isObject, parseJson } from '../json.js'
import type { BotAnswer, BotRequest } from './link.js'

export interface SocketSide {
  /** A ticket for one connection, part of the address that `apps.connections.open` returns. */
  ticket(): string
  /** Takes over an upgrade request; one without a valid ticket is refused. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, ticket: string | null): void
  connected(): boolean
  send(request: BotRequest): Promise<BotAnswer>
  sendText(text: string): Promise<BotAnswer>
  /** Asks the bot to reconnect, as Slack does every few hours. */
  disconnect(reason: 'warning' | 'refresh_requested'): void
  stop(): void
}

export interface SocketSettings {
  appId: string
  ackDeadlineMs: number
  pingIntervalMs: number
  changed: () => void
}

/** Slack's own bound. */
const MAX_CONNECTIONS = 10

export function createSocketSide(settings: SocketSettings): SocketSide {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  const sockets = new Set<WebSocket>()
  const waiting = new Map<string, { socket: WebSocket; answer: (answer: BotAnswer) => void }>()
  let turn = 0

  const ping = setInterval(() => {
    for (const socket of sockets) socket.ping(`Ping from slack ${Date.now()}`)
  }, settings.pingIntervalMs)
  ping.unref()

  function welcome(socket: WebSocket): void {
    sockets.add(socket)
    socket.on('message', (data) => receive(parseJson(String(data))))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      sockets.delete(socket)
      for (const [id, entry] of waiting) {
        if (entry.socket !== socket) continue
        waiting.delete(id)
        entry.answer({ ok: false, error: 'connection_failed', detail: 'the connection closed before the answer' })
      }
      settings.changed()
    })
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.size,
        debug_info: { host: 'applink-sandbox', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: settings.appId },
      }),
    )
    settings.changed()
  }

  function receive(message: unknown): void {
    if (!isObject(message)) return
    const id = asText(message['envelope_id'])
    const entry = id === undefined ? undefined : waiting.get(id)
    if (id === undefined || !entry) return
    waiting.delete(id)
    entry.answer({ ok: true, body: ackBody(message['payload']) })
  }

  function pick(): WebSocket | undefined {
    const open = [...sockets].filter((socket) => socket.readyState === WebSocket.OPEN)
    turn += 1
    return open[turn % Math.max(open.length, 1)]
  }

  function deliver(id: string, text: string): Promise<BotAnswer> {
    const socket = pick()
    if (!socket) return Promise.resolve({ ok: false, error: 'not_connected', detail: 'no bot is connected' })
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting.delete(id)
        resolve({ ok: false, error: 'timeout', detail: `no answer within ${settings.ackDeadlineMs} ms` })
      }, settings.ackDeadlineMs)
      const answer = (result: BotAnswer) => {
        clearTimeout(timer)
        resolve(result)
      }
      waiting.set(id, { socket, answer })
      socket.send(text)
    })
  }

  return {
    ticket() {
      const ticket = secret()
      tickets.add(ticket)
      return ticket
    },
    upgrade(request, socket, head, ticket) {
      if (ticket === null || !tickets.delete(ticket) || sockets.size >= MAX_CONNECTIONS) {
        socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
        return
      }
      server.handleUpgrade(request, socket, head, welcome)
    },
    connected: () => sockets.size > 0,
    send(request) {
      const id = randomUUID()
      const envelope = {
        envelope_id: id,
        type: request.kind,
        accepts_response_payload: request.kind !== 'events_api',
        payload: request.body,
        ...(request.kind === 'events_api' && {
          retry_attempt: request.retry?.num ?? 0,
          retry_reason: request.retry?.reason ?? '',
        }),
      }
      return deliver(id, JSON.stringify(envelope))
    },
    sendText: (text) => deliver(asText(idOf(text)) ?? randomUUID(), text),
    disconnect(reason) {
      for (const socket of sockets) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-sandbox' } }))
      }
    },
    stop() {
      clearInterval(ping)
      for (const socket of sockets) socket.terminate()
      server.close()
    },
  }
}

function idOf(text: string): unknown {
  const message = parseJson(text)
  return isObject(message) ? message['envelope_id'] : undefined
}

/** An empty payload is no body; a bare text arrives wrapped as `{text}`. */
function ackBody(payload: unknown): unknown {
  if (payload === undefined || payload === null || payload === '') return undefined
  if (isObject(payload) && Object.keys(payload).length === 0) return undefined
  return payload
}
