import { useRef } from 'preact/hooks'
import type { SharedFile } from '../../protocol.js'
import { ClipIcon, CloseIcon, FileIcon } from '../parts/icons.js'
import { Spinner } from '../parts/spinner.js'
import { api } from '../state/api.js'
import { getState } from '../state/store.js'

export function ComposerFiles({ files, onRemove }: { files: SharedFile[]; onRemove(file: SharedFile): void }) {
  if (files.length === 0) return null
  return (
    <div class="composer-files">
      {files.map((file) => (
        <span key={file.id} class="composer-file">
          <FileIcon />
          <span class="file-name">{file.name}</span>
          <button type="button" class="icon-button" aria-label={`Remove ${file.name}`} onClick={() => onRemove(file)}><CloseIcon /></button>
        </span>
      ))}
    </div>
  )
}

interface AttachButtonProps {
  busy: boolean
  onBusy(busy: boolean): void
  onFile(file: SharedFile): void
  onTrouble(words: string): void
}

export function AttachButton({ busy, onBusy, onFile, onTrouble }: AttachButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const take = async (field: HTMLInputElement) => {
    onBusy(true)
    for (const file of [...(field.files ?? [])]) {
      try {
        onFile(await api.upload(getState().place.personId ?? '', file))
      } catch {
        onTrouble(`${file.name} could not be uploaded. Try it again.`)
      }
    }
    field.value = ''
    onBusy(false)
  }
  return (
    <>
      <input ref={input} type="file" multiple hidden aria-label="Files to attach" onChange={(event) => void take(event.currentTarget)} />
      <button type="button" class="icon-button" aria-label="Attach files" title="Attach files" disabled={busy} onClick={() => input.current?.click()}>
        {busy ? <Spinner label="Uploading" /> : <ClipIcon />}
      </button>
    </>
  )
}
