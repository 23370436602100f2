/** One way to the bot out of the two: HTTP when a request URL is set, else whatever is connected by Socket Mode. */
import { sendOverHttp, sendTextOverHttp, type HttpSettings } from './http.js'
import type { BotLink } from './link.js'
import type { SocketSide } from './socket.js'

export function createBotLink(socket: SocketSide, http: () => HttpSettings | undefined): BotLink {
  return {
    connection: () => (http() ? 'http' : socket.connected() ? 'socket' : 'none'),
    send(request) {
      const settings = http()
      return settings ? sendOverHttp(settings, request) : socket.send(request)
    },
    sendRaw(kind, text) {
      const settings = http()
      return settings ? sendTextOverHttp(settings, kind, text) : socket.sendText(text)
    },
  }
}
