/**
 * A Slack workspace on this machine: a bot connects to it as it would to Slack, and people act in it through the page
 * or through the functions below.
 */
import { act } from './interactions/act.js'
import { suggestOptions } from './interactions/act-element.js'
import { userChanged } from './interactions/bot-events.js'
import { createEventLog, type Listener } from './event-log.js'
import { createFaults } from './faults.js'
import { readManifest } from './manifest.js'
import { directMessage, findChannel } from './model/channels.js'
import { sharedFile, uploadFile } from './model/files.js'
import { personState } from './model/person-state.js'
import type { WorkspaceOptions } from './options.js'
import { openKeeper } from './persistence.js'
import type {
  Act, ActResult, Channel, Fault, Person, PersonState, SandboxEvent, SharedFile, Suggest, SuggestResult, Traffic, WorkspaceInfo,
} from './protocol.js'
import { listen } from './server/listen.js'
import { freshState, withCast } from './state.js'
import { createTrafficLog } from './traffic-log.js'
import { createBotLink } from './transport/bot-link.js'
import { deliver, deliverRaw } from './transport/deliver.js'
import { checkSsl, type HttpSettings, verifyUrl } from './transport/http.js'
import type { BotAnswer, BotRequest } from './transport/link.js'
import { createSocketSide } from './transport/socket.js'
import { createTriggers } from './triggers.js'
import { allMethods } from './web-api/all-methods.js'
import { connection, findPerson, flush, moveClock, nowMs, publicChannel, save, workspaceInfo, type World } from './world.js'

export type { Cast, WorkspaceOptions } from './options.js'

export interface Workspace {
  /** `http://127.0.0.1:<port>`, where the page is. */
  url: string
  /** What the bot gets as Slack's API address; ends with `/api/`. */
  apiUrl: string
  info(): WorkspaceInfo
  /** The workspace's clock. */
  now(): Date
  /** `+31d`, `-2h`, `+90m`, or `real`. */
  moveClock(by: string): void
  /** HTTP mode from now on; rejects when the bot does not echo Slack's challenge. Undefined goes back to Socket Mode. */
  setRequestUrl(url: string | undefined): Promise<void>
  act(personId: string, what: Act): Promise<ActResult>
  suggest(personId: string, ask: Suggest): Promise<SuggestResult>
  upload(personId: string, name: string, mimetype: string, bytes: Uint8Array): SharedFile
  stateOf(personId: string): PersonState
  /** The direct message between a person and the bot. */
  directMessage(personId: string): string
  traffic(): Traffic[]
  addFault(fault: Fault): void
  clearFaults(): void
  addPerson(person: Person): void
  updatePerson(personId: string, changes: Partial<Omit<Person, 'id'>>): void
  /** For example the bot invited or removed (`botIsMember`), or a channel made private. */
  updateChannel(channelId: string, changes: Partial<Omit<Channel, 'id' | 'kind'>> & { botIsMember?: boolean }): void
  /** Sends what went to the bot as the n-th traffic item once more, exactly. */
  deliverAgain(n: number): Promise<BotAnswer>
  /** Sends text to the bot that need not be sound: a whole envelope in Socket Mode, a payload over HTTP. */
  sendRaw(kind: BotRequest['kind'], text: string): Promise<BotAnswer>
  /** Asks the bot to connect anew. */
  disconnectSockets(reason: 'warning' | 'refresh_requested'): void
  /** Slack's check of a command URL's certificate (HTTP mode). */
  checkSsl(): Promise<BotAnswer>
  onEvent(listener: Listener): () => void
  /** The first matching event that happened or will; rejects after the time. */
  waitFor(matches: (event: SandboxEvent) => boolean, timeoutMs?: number): Promise<SandboxEvent>
  /** Resolves with the first answer that is neither undefined nor false; asked now and after everything that happens. */
  until<T>(look: () => T | undefined | false, what?: string, timeoutMs?: number): Promise<T>
  /** Resolves when no event is on its way to the bot any more. */
  settled(): Promise<void>
  /** Back to the cast as it was given. */
  reset(): void
  stop(): Promise<void>
}

const WAIT_MS = 5000
const DEADLINE_MS = 3000

export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const manifest = readManifest(options.manifest)
  const keeper = openKeeper(options.stateFile)
  const saved = keeper.load()
  const events = createEventLog()
  const deadline = options.ackDeadlineMs ?? DEADLINE_MS
  let requestUrl = options.requestUrl
  const http = (): HttpSettings | undefined =>
    requestUrl === undefined ? undefined : { url: requestUrl, signingSecret: options.tokens.signingSecret ?? '', ackDeadlineMs: deadline }
  const tellConnection = () => events.emit({ type: 'connection', connection: connection(world) })
  const socket = createSocketSide({
    appId: options.cast.bot.appId,
    ackDeadlineMs: deadline,
    pingIntervalMs: options.pingIntervalMs ?? 10_000,
    changed: tellConnection,
  })
  const withheld = new Set(options.withheldScopes)
  const world: World = {
    options,
    manifest,
    scopes: new Set([...manifest.scopes, ...manifest.optionalScopes].filter((scope) => !withheld.has(scope))),
    state: saved ? withCast(saved, options.cast) : freshState(options.cast),
    keeper,
    events,
    traffic: createTrafficLog(events),
    triggers: createTriggers(options.triggerLifetimeMs ?? DEADLINE_MS),
    faults: createFaults(),
    link: createBotLink(socket, http),
    baseUrl: '',
    pending: new Set(),
    stopped: false,
    dirty: false,
  }

  const openDirectMessages = () => {
    for (const person of world.state.people) if (!person.deleted && !person.isStranger) directMessage(world, person.id)
    save(world)
  }
  const reset = () => {
    keeper.clear()
    world.state = freshState(options.cast)
    world.traffic.clear()
    world.faults.clear()
    openDirectMessages()
    events.emit({ type: 'reset' })
  }
  const known = (personId: string): Person => {
    const person = findPerson(world, personId)
    if (!person) throw new Error(`Nobody in the workspace has the id ${personId}.`)
    return person
  }

  const server = await listen({ world, methods: allMethods(() => socket.ticket()), socket, reset }, options.port ?? 0)
  const address = server.address()
  world.baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  openDirectMessages()

  return {
    url: world.baseUrl,
    apiUrl: `${world.baseUrl}/api/`,
    info: () => workspaceInfo(world),
    now: () => new Date(nowMs(world)),
    moveClock: (by) => moveClock(world, by),
    async setRequestUrl(url) {
      const before = requestUrl
      requestUrl = url
      const settings = http()
      const answer = settings ? await verifyUrl(settings) : { ok: true as const }
      if (!answer.ok) {
        requestUrl = before
        throw new Error(`Your URL didn't respond with the value of the challenge parameter: ${answer.detail}`)
      }
      tellConnection()
    },
    act: (personId, what) => act(world, personId, what),
    suggest: (personId, ask) => suggestOptions(world, known(personId), ask),
    upload: (personId, name, mimetype, bytes) => sharedFile(uploadFile(world, known(personId).id, name, mimetype, bytes)),
    stateOf: (personId) => structuredClone(personState(world, known(personId).id)),
    directMessage: (personId) => directMessage(world, known(personId).id).id,
    traffic: () => world.traffic.all(),
    addFault: (fault) => world.faults.add(fault),
    clearFaults: () => world.faults.clear(),
    addPerson(person) {
      world.state.people.push(structuredClone(person))
      openDirectMessages()
    },
    updatePerson(personId, changes) {
      const person = Object.assign(known(personId), changes)
      save(world)
      userChanged(world, person)
    },
    updateChannel(channelId, changes) {
      const channel = findChannel(world, channelId)
      if (!channel) throw new Error(`There is no channel with the id ${channelId}.`)
      Object.assign(channel, changes)
      save(world)
      events.emit({ type: 'channel', channel: publicChannel(channel) }, channel.members)
    },
    async deliverAgain(n) {
      const request = world.traffic.sent(n)
      if (!request) throw new Error(`Traffic item ${n} was not something sent to the bot.`)
      return deliver(world, request)
    },
    sendRaw: (kind, text) => deliverRaw(world, kind, text),
    disconnectSockets: (reason) => socket.disconnect(reason),
    async checkSsl() {
      const settings = http()
      if (!settings) throw new Error('There is no request URL to check.')
      return checkSsl(settings)
    },
    onEvent: (listener) => events.listen(listener),
    waitFor: (matches, timeoutMs = WAIT_MS) => events.waitFor(matches, timeoutMs),
    until: (look, what, timeoutMs = WAIT_MS) => events.until(look, timeoutMs, what),
    async settled() {
      while (world.pending.size > 0) await Promise.allSettled(world.pending)
    },
    reset,
    async stop() {
      world.stopped = true
      flush(world)
      socket.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
