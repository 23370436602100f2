/** Server-sent events: what one person sees happen. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { World } from '../world.js'

/** Milliseconds between comments that keep the stream open. */
const HEARTBEAT_MS = 20_000

export function streamEvents(world: World, request: IncomingMessage, response: ServerResponse, personId: string | null): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', connection: 'keep-alive' })
  response.write(': hello\n\n')
  const stop = world.events.listen((event, audience) => {
    if (audience && (personId === null || !audience.includes(personId))) return
    response.write(`data: ${JSON.stringify(event)}\n\n`)
  })
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
  heartbeat.unref()
  request.on('close', () => {
    stop()
    clearInterval(heartbeat)
  })
}
