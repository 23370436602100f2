/** What each kind of listener is handed, and how Bolt's arguments become it. All but submissions are acked at once. */
import type { AllMiddlewareArgs, RespondFn, SlackActionMiddlewareArgs, SlackCommandMiddlewareArgs, SlackEventMiddlewareArgs, SlackOptionsMiddlewareArgs, SlackShortcutMiddlewareArgs, SlackViewMiddlewareArgs, BlockAction, BlockSuggestion, GlobalShortcut, MessageShortcut, ViewOutput, ViewResponseAction } from '@slack/bolt'
import type { KnownBlock, PlainTextOption } from '@slack/types'
import { addMinutes } from 'date-fns'
import type { Typed } from '../usecases/filing/typed-draft.js'
import type { Edge } from './edge.js'
import { handle, logBug } from './handle.js'
import type { Call } from './handle.js'
import { homePlace, privatePlace } from './places.js'
import type { Place } from './places.js'
import { after } from './running.js'
import { noticeView } from './views/reading-views.js'
import { wholeText } from './whole-text.js'
import type { Caller } from './who-acts.js'

/** Slack's one-time answer address, as a draft keeps it. */
export interface AnswerAddress {
  responseUrl?: string
  responseUrlUntil?: string
}

export interface CommandCall extends Call {
  text: string
  triggerId: string
  channelId: string
  respond: RespondFn
  answerAddress: AnswerAddress
}
export type OnCommand = (call: CommandCall) => Promise<void>

export function command(edge: Edge, run: OnCommand) {
  return async ({ ack, command: sent, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await ack()
    const caller = { teamId: sent.team_id, userId: sent.user_id }
    await handle(edge, caller, privatePlace(edge, caller.userId, respond), (call) => run(Object.assign(call, {
      text: wholeText(sent.text), triggerId: sent.trigger_id, channelId: sent.channel_id, respond, answerAddress: answerAddress(edge, sent.response_url),
    })))
  }
}

export interface ShortcutCall extends Call {
  triggerId: string
  shortcut: GlobalShortcut | MessageShortcut
  answerAddress: AnswerAddress
}
export type OnShortcut = (call: ShortcutCall) => Promise<void>

export function shortcut(edge: Edge, run: OnShortcut) {
  return async ({ ack, shortcut: sent, respond }: SlackShortcutMiddlewareArgs<GlobalShortcut | MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack()
    const caller = { teamId: sent.team?.id ?? sent.user.team_id ?? '', userId: sent.user.id }
    const fromMessage = sent.type === 'message_action'
    await handle(edge, caller, privatePlace(edge, caller.userId, fromMessage ? respond : undefined), (call) => run(Object.assign(call, {
      triggerId: sent.trigger_id, shortcut: sent, answerAddress: fromMessage ? answerAddress(edge, sent.response_url) : {},
    })))
  }
}

export interface ActionCall extends Call {
  action: BlockAction['actions'][number]
  /** The value of a button; empty for anything else. */
  value: string
  triggerId: string
  view: ViewOutput | undefined
  respond: RespondFn | undefined
  /** The message it stands in; none for a view, and for what only one person sees. */
  message: { channel: string; ts: string; text: string; blocks: KnownBlock[] } | undefined
  answerAddress: AnswerAddress
  /** The same for a second delivery of the same press. */
  deliveryKey: string
  /** Says of what stands in the form whether it is the newest. */
  typed: Typed
}
export type OnAction = (call: ActionCall) => Promise<void>

export function action(edge: Edge, run: OnAction) {
  return async ({ ack, action: pressed, body, respond }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    await ack()
    const caller = callerOf(body)
    const view = body.view
    const onMessage = body.response_url ? respond : undefined
    await handle(edge, caller, privatePlace(edge, caller.userId, onMessage), (call) => run(Object.assign(call, {
      action: pressed,
      value: 'value' in pressed && typeof pressed.value === 'string' ? pressed.value : '',
      triggerId: body.trigger_id,
      view,
      respond: onMessage,
      message: messageOf(body),
      answerAddress: answerAddress(edge, body.response_url),
      deliveryKey: `action:${caller.userId}:${pressed.action_ts}:${pressed.action_id}`,
      typed: { typedAt: pressed.action_ts },
    })))
  }
}

function messageOf({ message, container }: BlockAction): ActionCall['message'] {
  const channel: unknown = container['channel_id']
  if (!message || container['is_ephemeral'] === true || typeof channel !== 'string') return undefined
  const blocks = Array.isArray(message['blocks']) ? (message['blocks'] as KnownBlock[]) : []
  return { channel, ts: message.ts, text: message.text ?? '', blocks }
}

export interface SubmitCall extends Call {
  view: ViewOutput
  /** Answers the submission, once: errors at fields, another view, or nothing to close it. */
  answer: (response?: ViewResponseAction) => Promise<void>
  receivedAt: number
}
export type OnSubmit = (call: SubmitCall) => Promise<void>

export function submission(edge: Edge, run: OnSubmit) {
  return async ({ ack, body, view }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const receivedAt = performance.now()
    const caller = callerOf(body)
    let answered = false
    const answer: SubmitCall['answer'] = (response) => {
      answered = true
      return response ? ack(response) : ack()
    }
    const message = privatePlace(edge, caller.userId)
    // What goes wrong before the ack is said in it: without one Slack tells the person that the app did not answer.
    const place: Place = {
      tell: (text, reader) => (answered ? message.tell(text, reader) : answer({ response_action: 'update', view: noticeView(text, reader) }).catch(() => message.tell(text, reader))),
    }
    await handle(edge, caller, place, (call) => run(Object.assign(call, { view, receivedAt, answer })))
  }
}

export interface ClosedCall extends Call {
  view: ViewOutput
  typed: Typed
}
export type OnClosed = (call: ClosedCall) => Promise<void>

export function closing(edge: Edge, run: OnClosed) {
  return async ({ ack, body, view }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await ack()
    const caller = callerOf(body)
    await handle(edge, caller, privatePlace(edge, caller.userId), (call) => run(Object.assign(call, { view, typed: { deliveryKey: `closed:${view.id}` } })))
  }
}

export interface SearchCall extends Call {
  typed: string
  view: ViewOutput | undefined
}
/** At most 100 options. */
export type OnSearch = (call: SearchCall) => Promise<PlainTextOption[]>

/** How long a search may take, in milliseconds, of the three seconds that Slack waits. */
const searchTime = 2000

/** A search has no place for words: a refusal, an error, or one that takes too long finds nothing. */
export function search(edge: Edge, run: OnSearch) {
  return async ({ ack, body, payload }: SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs): Promise<void> => {
    const sent: BlockSuggestion = body
    let options: PlainTextOption[] = []
    const silent: Place = { tell: () => Promise.resolve() }
    const searching = handle(edge, callerOf(sent), silent, async (call) => {
      options = await run(Object.assign(call, { typed: wholeText(payload.value ?? ''), view: sent.view }))
    })
    await Promise.race([searching, after(searchTime)])
    await ack({ options: options.slice(0, 100) })
  }
}

/** `view`: Home as it was until now; none at first. */
export type HomeCall = Call & { view?: { type: string; private_metadata?: string | undefined } | undefined }
export type OnHome = (call: HomeCall) => Promise<void>

export function homeOpened(edge: Edge, run: OnHome) {
  return async ({ event, body }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    if (event.tab !== 'home') return
    const caller = { teamId: body.team_id, userId: event.user }
    await handle(edge, caller, homePlace(edge, caller.userId), (call) => run(Object.assign(call, { view: event.view })))
  }
}

export type OnUserChange = (edge: Edge, change: { teamId: string; user: unknown }) => Promise<void>

/** Of anybody of the workspace, whom the bot need not know: nobody acts here, and nobody is answered. */
export function userChanged(edge: Edge, run: OnUserChange) {
  return async ({ event, body }: SlackEventMiddlewareArgs<'user_change'> & AllMiddlewareArgs): Promise<void> => {
    const change = { teamId: body.team_id, user: event.user }
    await edge.running.track(run(edge, change).catch((error: unknown) => void logBug(edge, error)))
  }
}

function callerOf(body: { team: { id: string } | null; user: { id: string; team_id?: string } }): Caller {
  return { teamId: body.team?.id ?? body.user.team_id ?? '', userId: body.user.id }
}

/** Slack takes answers there for 30 minutes; a minute is left for the way. */
function answerAddress(edge: Edge, responseUrl: string | undefined): AnswerAddress {
  return responseUrl ? { responseUrl, responseUrlUntil: addMinutes(edge.deps.now(), 29).toISOString() } : {}
}

