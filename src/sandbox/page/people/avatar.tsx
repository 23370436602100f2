import { avatarColour, initials } from './avatar-look.js'

/** A person's picture: initials on a colour of their own. Decoration only; the name stands beside it. */
export function Avatar({ id, name, size = 36, bot = false }: { id: string; name: string; size?: number; bot?: boolean }) {
  const style = { '--size': `${size}px`, '--hue': String(avatarColour(id)) }
  return (
    <span class={bot ? 'avatar bot' : 'avatar'} style={style} aria-hidden="true">
      {bot ? '↗' : initials(name)}
    </span>
  )
}
