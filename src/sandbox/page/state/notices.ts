import { remember } from './remembered.js'
import { getState, setState } from './store.js'
import { workspaceNow } from './workspace-now.js'

let nextNotice = 1

/** Says something to the person at the place where they are, as a line only they see. */
export function notify(words: string, where?: { channel: string; threadTs?: string }): void {
  const { place } = getState()
  const channel = where?.channel ?? place.channelId ?? ''
  const threadTs = where ? where.threadTs : place.threadTs
  const notice = { id: nextNotice++, channel, threadTs, at: workspaceNow(), words }
  setState((state) => ({ ...state, notices: [...state.notices, notice] }))
}

export function dismissNotice(id: number): void {
  setState((state) => ({ ...state, notices: state.notices.filter((n) => n.id !== id) }))
}

export function dismissMessage(channel: string, ts: string): void {
  setState((state) => ({ ...state, dismissed: [...state.dismissed, `${channel}/${ts}`] }))
}

export function markRead(channel: string, ts: string): void {
  const { lastRead, place } = getState()
  if (Number(lastRead[channel] ?? 0) >= Number(ts)) return
  const next = { ...lastRead, [channel]: ts }
  if (place.personId) remember(`read.${place.personId}`, next)
  setState((state) => ({ ...state, lastRead: next }))
}
