import type { SharedFile } from '../../protocol.js'
import { fileSize } from '../parts/file-size.js'
import { FileIcon } from '../parts/icons.js'

export function FileCard({ file }: { file: SharedFile }) {
  const isImage = /^image\/(png|jpe?g|gif|webp|avif)$/.test(file.mimetype)
  if (isImage) {
    return (
      <a class="file-image" href={file.href} target="_blank" rel="noreferrer noopener" title={`${file.name} · ${fileSize(file.size)}`}>
        <img src={file.href} alt={file.name} loading="lazy" />
      </a>
    )
  }
  return (
    <a class="file-card" href={file.href} target="_blank" rel="noreferrer noopener">
      <FileIcon />
      <span class="file-words">
        <span class="file-name">{file.name}</span>
        <span class="file-size">{file.name.split('.').pop()?.toUpperCase()} · {fileSize(file.size)}</span>
      </span>
    </a>
  )
}
