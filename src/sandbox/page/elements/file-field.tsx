import type { FileInput } from '@slack/types'
import { useState } from 'preact/hooks'
import type { SharedFile } from '../../protocol.js'
import { useSurface } from '../form/surface.js'
import { fileSize } from '../parts/file-size.js'
import { CloseIcon, FileIcon, UploadIcon } from '../parts/icons.js'
import { Spinner } from '../parts/spinner.js'
import { api } from '../state/api.js'
import { getState } from '../state/store.js'
import { fileRefusal } from './file-refusal.js'
import { type ElementProps, namesOf, useElement } from './use-element.js'

/** Drop or choose files; each is uploaded at once and stands in the list until removed. */
export function FileField(props: ElementProps<FileInput>) {
  const { element } = props
  const { commit, inputId } = useElement(props)
  const [uploading, setUploading] = useState<string[]>([])
  const [words, setWords] = useState('')
  const [over, setOver] = useState(false)
  const surface = useSurface()
  const held = () => (surface.value(props.blockId, props.actionId)?.files ?? []) as SharedFile[]
  const files = held()
  const most = element.max_files ?? 10

  const take = async (list: FileList | null | undefined) => {
    const chosen = [...(list ?? [])]
    setWords('')
    for (const file of chosen) {
      // Read anew each time: while one file is on its way another may be added or removed.
      const refusal = fileRefusal(file, held().length, element)
      if (refusal) {
        setWords(refusal)
        continue
      }
      setUploading((names) => [...names, file.name])
      try {
        const uploaded = await api.upload(getState().place.personId ?? '', file)
        await commit({ type: 'file_input', files: [...held(), uploaded] })
      } catch {
        setWords(`${file.name} could not be uploaded. Try it again.`)
      }
      setUploading((names) => names.toSpliced(names.indexOf(file.name), 1))
    }
  }

  return (
    <div class="files">
      {files.map((file) => (
        <div key={file.id} class="file-row">
          <FileIcon />
          <span class="file-name">{file.name}</span>
          <span class="file-size">{fileSize(file.size)}</span>
          <button type="button" class="icon-button" aria-label={`Remove ${file.name}`} onClick={() => void commit({ type: 'file_input', files: files.filter((one) => one.id !== file.id) })}>
            <CloseIcon />
          </button>
        </div>
      ))}
      {uploading.map((name) => <div key={name} class="file-row"><Spinner label="Uploading" /><span class="file-name">{name}</span></div>)}
      <div
        class={over ? 'drop-zone over' : 'drop-zone'}
        hidden={files.length >= most}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const dropped = event.dataTransfer?.files
          void surface.whileUploading(() => take(dropped))
        }}
      >
        <input
          id={inputId}
          {...namesOf(props)}
          type="file"
          multiple={most > 1}
          accept={element.filetypes?.map((type) => `.${type}`).join(',')}
          onChange={async (event) => {
            const field = event.currentTarget
            await surface.whileUploading(() => take(field.files))
            // Or the same file could not be chosen again after it was removed.
            field.value = ''
          }}
        />
        <UploadIcon />
        <span>Drop files here or <u>choose from this computer</u></span>
      </div>
      {words && <div class="field-error" role="alert">{words}</div>}
    </div>
  )
}
