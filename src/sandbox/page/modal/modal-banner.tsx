import { AlertIcon, CloseIcon } from '../parts/icons.js'

/** What went wrong with the whole view, for example that the bot did not answer in time. */
export function ModalBanner({ words, onDismiss }: { words: string; onDismiss(): void }) {
  if (!words) return null
  return (
    <div class="modal-banner" role="alert">
      <AlertIcon />
      <span>{words}</span>
      <button type="button" class="icon-button" aria-label="Dismiss" onClick={onDismiss}><CloseIcon /></button>
    </div>
  )
}
