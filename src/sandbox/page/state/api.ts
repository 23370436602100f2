import type {
  Act,
  ActResult,
  Fault,
  PersonState,
  SharedFile,
  Suggest,
  SuggestResult,
  Traffic,
  Uploaded,
  WorkspaceInfo,
} from '../../protocol.js'

const base = '/sandbox/api'

async function json<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`${base}/${path}`, init)
  if (!response.ok) throw new Error(`The workspace answered ${response.status} for ${path}`)
  return (await response.json()) as T
}

function post<T>(path: string, body: unknown): Promise<T> {
  return json<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function command(path: string, body: unknown): Promise<void> {
  const response = await fetch(`${base}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error((await response.text()) || `The workspace answered ${response.status}`)
}

export const api = {
  workspace: () => json<WorkspaceInfo>('workspace'),
  person: (id: string) => json<PersonState>(`people/${id}`),
  traffic: () => json<Traffic[]>('traffic'),
  moveClock: (by: string) => command('clock', { by }),
  addFault: (fault: Fault) => command('faults', fault),
  reset: () => command('reset', {}),

  /** Never throws: an unreachable workspace is an answer in words, too, so that nothing typed is lost. */
  async act(personId: string, act: Act): Promise<ActResult> {
    try {
      return await post<ActResult>(`people/${personId}/act`, act)
    } catch {
      return { ok: false, error: 'workspace_unreachable', words: 'The workspace cannot be reached. Is the sandbox still running?' }
    }
  },

  async suggest(personId: string, suggest: Suggest): Promise<SuggestResult> {
    try {
      return await post<SuggestResult>(`people/${personId}/suggest`, suggest)
    } catch {
      return { ok: false, error: 'workspace_unreachable', options: [] }
    }
  },

  async upload(personId: string, file: File): Promise<SharedFile> {
    const uploaded = await json<Uploaded>(`people/${personId}/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': file.type || 'application/octet-stream' },
      body: file,
    })
    return uploaded.file
  },
}
