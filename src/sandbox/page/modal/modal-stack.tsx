import { useEffect, useRef } from 'preact/hooks'
import { useStore } from '../state/store.js'
import { ModalView } from './modal-view.js'

/** The person's open modals, the last on top. The browser's own dialog keeps the focus inside and the page behind inert. */
export function ModalStack() {
  const modals = useStore((state) => state.person?.modals)
  const host = useRef<HTMLDialogElement>(null)
  const focused = useRef<string>(undefined)
  const count = modals?.length ?? 0
  const topId = modals?.at(-1)?.id

  useEffect(() => {
    const dialog = host.current
    if (!dialog) return
    if (count > 0 && !dialog.open) dialog.showModal()
    if (count === 0 && dialog.open) dialog.close()
    const top = dialog.querySelector('.modal:not([hidden])')
    // An update may have taken away what had the focus; with none inside, Escape would not be heard.
    if (focused.current === topId && top?.contains(document.activeElement)) return
    focused.current = topId
    // Without a field that asks for it, the focus stays on the view itself: a select would open its list at once.
    const first = top?.querySelector<HTMLElement>('[autofocus]') ?? top?.querySelector<HTMLElement>('.modal-body')
    first?.focus()
  }, [modals])

  /** A browser may close a dialog whose cancelling was refused; while views are open it comes back. */
  const reopen = () => {
    if (count > 0) host.current?.showModal()
  }

  return (
    <dialog ref={host} class="modal-host" aria-labelledby={topId && `${topId}-title`} onCancel={(event) => event.preventDefault()} onClose={reopen}>
      {modals?.map((open, depth) => <ModalView key={open.id} open={open} depth={depth} top={depth === count - 1} />)}
    </dialog>
  )
}
