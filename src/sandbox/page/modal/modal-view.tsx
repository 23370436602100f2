import type { ModalView as Modal } from '@slack/types'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { OpenView } from '../../protocol.js'
import { Blocks } from '../blocks/blocks.js'
import { SurfaceContext, useNewSurface } from '../form/surface.js'
import { forgetTyped } from '../form/typed.js'
import { askConfirm } from '../parts/confirm.js'
import { BackIcon, CloseIcon } from '../parts/icons.js'
import { Spinner } from '../parts/spinner.js'
import { api } from '../state/api.js'
import { getState } from '../state/store.js'
import { plainText } from '../text/rich-text.js'
import { focusFirstError } from './focus-first-error.js'
import { ModalBanner } from './modal-banner.js'

interface ModalViewProps {
  open: OpenView
  top: boolean
  depth: number
}

const discard = {
  title: { type: 'plain_text', text: 'Close without submitting?' },
  text: { type: 'plain_text', text: 'What you typed here has not been submitted.' },
  confirm: { type: 'plain_text', text: 'Close' },
  deny: { type: 'plain_text', text: 'Keep editing' },
} as const

/** One view of the stack. It stays mounted while others cover it, so that what was typed is still there afterwards. */
export function ModalView({ open, top, depth }: ModalViewProps) {
  const view = open.view as Modal
  const body = useRef<HTMLDivElement>(null)
  const [busy, setBusy] = useState<'submit' | 'close'>()
  const [trouble, setTrouble] = useState('')
  const surface = useNewSurface({
    key: open.id,
    place: { viewId: open.id },
    blocks: view.blocks,
    known: open,
    keeps: true,
    onRefused: (result) => setTrouble(result.words),
  })
  const personId = getState().place.personId ?? ''
  useEffect(() => setTrouble(''), [open.hash])
  // Gone from the stack, not only from the screen because somebody else looks at the page.
  useEffect(() => () => {
    const { person, place } = getState()
    if (person && place.personId === open.ownerId && !person.modals.some(({ id }) => id === open.id)) forgetTyped(open.id)
  }, [])

  const showErrors = (errors: Record<string, string>) => {
    surface.setErrors(errors)
    // After the drawing, or the words are not there yet to be read out with the field.
    requestAnimationFrame(() => focusFirstError(body.current, errors))
  }

  const submit = async () => {
    if (busy || surface.uploading) return
    surface.setErrors({})
    setTrouble('')
    setBusy('submit')
    const result = await api.act(personId, { do: 'submit', viewId: open.id, state: surface.latest() })
    setBusy(undefined)
    if (!result.ok) setTrouble(result.words)
    else if (result.errors) showErrors(result.errors)
  }
  const close = async (all: boolean) => {
    setBusy('close')
    const result = await api.act(personId, { do: 'close', viewId: open.id, state: surface.latest(), all })
    setBusy(undefined)
    if (!result.ok) setTrouble(result.words)
  }
  const onKeyDown = async (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && view.submit) {
      event.preventDefault()
      void submit()
    }
    if (event.key !== 'Escape') return
    // Or the browser would take the dialog away by itself.
    event.preventDefault()
    // Of a form that went through only the answer is left, and nothing can be lost.
    if (!view.submit || !surface.touched() || (await askConfirm(discard))) await close(false)
  }

  const titleId = `${open.id}-title`
  return (
    <div class="modal" hidden={!top} onKeyDown={onKeyDown}>
      <header class="modal-head">
        {depth > 0 && (
          <button type="button" class="icon-button" aria-label="Back" title="Back" onClick={() => void close(false)}><BackIcon /></button>
        )}
        <h2 id={titleId}>{plainText(view.title)}</h2>
        <button type="button" class="icon-button" aria-label="Close the dialog" title="Close" onClick={() => void close(true)}><CloseIcon /></button>
      </header>
      <ModalBanner words={trouble} onDismiss={() => setTrouble('')} />
      <form
        class="modal-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (view.submit) void submit()
        }}
      >
        <div ref={body} class="modal-body" tabIndex={-1}>
          <SurfaceContext.Provider value={surface}>
            <Blocks blocks={view.blocks} />
          </SurfaceContext.Provider>
        </div>
        <footer class="modal-foot">
          <button type="button" class="button" disabled={busy !== undefined} onClick={() => void close(false)}>{plainText(view.close) || 'Close'}</button>
          {view.submit && (
            <button type="submit" class="button primary" disabled={busy !== undefined || surface.uploading} aria-busy={busy === 'submit'} title={surface.uploading ? 'A file is still being uploaded' : undefined}>
              {plainText(view.submit)}
              {busy === 'submit' && <Spinner label="Submitting" />}
            </button>
          )}
        </footer>
      </form>
    </div>
  )
}
