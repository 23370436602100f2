import { createContext } from 'preact'
import { useCallback, useContext, useMemo, useRef, useState } from 'preact/hooks'
import type { ActResult, OpenView, Place, StateValues, SuggestResult } from '../../protocol.js'
import { api } from '../state/api.js'
import { getState } from '../state/store.js'
import type { AnyBlock } from './elements-of.js'
import type { Value } from './initial-value.js'
import { carryValues, valueOf, withValue } from './state-values.js'
import { keepTyped, typedInto } from './typed.js'

/** A modal, the App Home or a message: where elements stand and where what they hold is kept. */
export interface Surface {
  /** Makes the ids of the page's own elements unique. */
  key: string
  values: StateValues
  errors: Record<string, string>
  /** `block/action` of the action that is on its way, for its spinner. */
  pending: string | undefined
  value(blockId: string, actionId: string): Value | undefined
  change(blockId: string, actionId: string, value: Value): void
  act(blockId: string, actionId: string, value: Value): Promise<void>
  suggest(blockId: string, actionId: string, query: string): Promise<SuggestResult>
  setErrors(errors: Record<string, string>): void
  /** The newest values, even those of a change that is not drawn yet. */
  latest(): StateValues
  /** Whether the person changed anything. */
  touched(): boolean
  /** Whether files are on their way; what is sent meanwhile would lack them. */
  uploading: boolean
  /** Counts as uploading until the work is through. */
  whileUploading(work: () => Promise<void>): Promise<void>
}

export const SurfaceContext = createContext<Surface | undefined>(undefined)

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext)
  if (!surface) throw new Error('An element stands outside of any surface')
  return surface
}

interface SurfaceOptions {
  key: string
  place: Place
  blocks: readonly AnyBlock[]
  /** What the workspace already knows of it, for one that is drawn again after the page was reloaded. */
  known?: Pick<OpenView, 'values'>
  /** Whether what is typed outlives a reload of the page, by `key`. */
  keeps?: boolean
  onRefused(result: Extract<ActResult, { ok: false }>): void
}

/** Keeps the values of one surface across its updates. Use one per view id or message, never shared. */
export function useNewSurface({ key, place, blocks, known, keeps = false, onRefused }: SurfaceOptions): Surface {
  const [typed] = useState(() => (keeps ? typedInto(key) : undefined))
  const values = useRef<StateValues>(typed ?? known?.values ?? {})
  const touched = useRef(typed !== undefined)
  const drawnBlocks = useRef<readonly AnyBlock[]>(undefined)
  const [, redraw] = useState(0)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [pending, setPending] = useState<string>()
  const [uploads, setUploads] = useState(0)
  const personId = getState().place.personId ?? ''

  if (drawnBlocks.current !== blocks) {
    drawnBlocks.current = blocks
    values.current = carryValues(values.current, blocks, getState().place.channelId)
  }

  const change = useCallback((blockId: string, actionId: string, value: Value) => {
    values.current = withValue(values.current, blockId, actionId, value)
    touched.current = true
    if (keeps) keepTyped(key, values.current)
    setErrors((all) => (blockId in all ? Object.fromEntries(Object.entries(all).filter(([id]) => id !== blockId)) : all))
    redraw((n) => n + 1)
  }, [key, keeps])

  const whileUploading = useCallback(async (work: () => Promise<void>) => {
    setUploads((n) => n + 1)
    try {
      await work()
    } finally {
      setUploads((n) => n - 1)
    }
  }, [])

  const act = async (blockId: string, actionId: string, value: Value) => {
    setPending(`${blockId}/${actionId}`)
    const result = await api.act(personId, { do: 'action', place, blockId, actionId, value, state: values.current })
    setPending(undefined)
    if (!result.ok) onRefused(result)
  }

  const suggest = (blockId: string, actionId: string, query: string) =>
    api.suggest(personId, { place, blockId, actionId, value: query, state: values.current })

  return useMemo(
    () => ({
      key,
      values: values.current,
      errors,
      pending,
      uploading: uploads > 0,
      whileUploading,
      change,
      act,
      suggest,
      setErrors,
      value: (blockId, actionId) => valueOf(values.current, blockId, actionId),
      latest: () => values.current,
      touched: () => touched.current,
    }),
    [key, errors, pending, uploads, values.current, blocks],
  )
}
