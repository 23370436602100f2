import { useState } from 'preact/hooks'

interface PictureProps {
  image: { alt_text: string; image_url?: string; slack_file?: { url?: string; id?: string } }
  class?: string
}

/** An image, or its alternative text in a frame when it cannot be loaded: the sandbox is often offline. */
export function Picture({ image, class: name = 'picture' }: PictureProps) {
  const [broken, setBroken] = useState(false)
  const src = image.image_url ?? image.slack_file?.url
  if (!src || broken) return <span class={`${name} broken`} role="img" aria-label={image.alt_text}>{name === 'picture' ? image.alt_text : ''}</span>
  return <img class={name} src={src} alt={image.alt_text} title={image.alt_text} loading="lazy" onError={() => setBroken(true)} />
}
