import type { SandboxEvent } from '../../protocol.js'
import { api } from './api.js'
import { followAddress } from './navigate.js'
import { applyEvent } from './page-state.js'
import { remembered } from './remembered.js'
import { getState, setState } from './store.js'

let stream: EventSource | undefined
let retry: ReturnType<typeof setTimeout> | undefined
/** Rises with each new stream, so that a slow load for the previous person is thrown away. */
let generation = 0

async function loadWorkspace(): Promise<void> {
  const [workspace, traffic] = await Promise.all([api.workspace(), api.traffic()])
  setState((state) => ({ ...state, workspace, traffic, failure: undefined }))
}

async function loadPerson(): Promise<void> {
  const mine = generation
  const { personId } = getState().place
  if (!personId) return
  const person = await api.person(personId)
  if (mine === generation) setState((state) => ({ ...state, person }))
}

function receive(event: SandboxEvent): void {
  if (event.type === 'reset') {
    setState((state) => ({ ...state, notices: [], dismissed: [], traffic: [], lastRead: {} }))
    void loadAll()
    return
  }
  setState((state) => applyEvent(state, event))
  // A bot that has just connected may have brought other commands and shortcuts.
  if (event.type === 'connection') void api.workspace().then((workspace) => setState((state) => ({ ...state, workspace })))
}

async function loadAll(): Promise<void> {
  await Promise.all([loadWorkspace(), loadPerson()])
}

/** (Re)opens the stream for the chosen person. State is loaded after it stands, so that nothing falls between. */
function openStream(): void {
  generation++
  clearTimeout(retry)
  stream?.close()
  const { personId } = getState().place
  const source = new EventSource(`/sandbox/api/events${personId ? `?person=${encodeURIComponent(personId)}` : ''}`)
  stream = source
  source.onopen = () => {
    setState((state) => ({ ...state, online: true }))
    loadAll().catch(() => again(source))
  }
  source.onmessage = (message: MessageEvent<string>) => receive(JSON.parse(message.data) as SandboxEvent)
  source.onerror = () => again(source)
}

function again(source: EventSource): void {
  if (source !== stream) return
  source.close()
  setState((state) => ({
    ...state,
    online: false,
    failure: state.workspace ? undefined : 'The workspace does not answer. Is the sandbox running? Trying again…',
  }))
  clearTimeout(retry)
  retry = setTimeout(openStream, 1000)
}

function readFor(personId: string | undefined): Record<string, string> {
  return personId ? remembered<Record<string, string>>(`read.${personId}`, {}) : {}
}

export function followWorkspace(): void {
  followAddress(() => {
    setState((state) => ({
      ...state,
      person: undefined,
      notices: [],
      dismissed: [],
      lastRead: readFor(state.place.personId),
    }))
    openStream()
  })
  setState((state) => ({ ...state, lastRead: readFor(state.place.personId) }))
  openStream()
}
