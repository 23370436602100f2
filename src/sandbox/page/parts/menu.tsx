import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Floating } from './floating.js'
import { useMenuKeys } from './use-menu-keys.js'

export interface MenuItem {
  key: string
  text: string
  description?: string
  danger?: boolean
  href?: string
  onChoose?(): void
}

interface MenuProps {
  label: string
  items: MenuItem[]
  children: ComponentChildren
  buttonClass?: string
  heading?: string
  empty?: string
  disabled?: boolean
}

/** A button with a menu: arrows move, Enter chooses, Escape goes back to the button. */
export function Menu({ label, items, children, buttonClass = 'icon-button', heading, empty = 'Nothing here', disabled }: MenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = useMenuKeys(list, open, close)

  return (
    <>
      <button ref={button} type="button" class={buttonClass} aria-label={label} title={label} aria-haspopup="menu" aria-expanded={open} disabled={disabled} onClick={() => setOpen(!open)}>
        {children}
      </button>
      {open && (
        <Floating anchor={button} onLeave={() => setOpen(false)} minWidth={240}>
          <div ref={list} class="menu" role="menu" aria-label={label} onKeyDown={onKeyDown}>
            {heading && <div class="menu-heading">{heading}</div>}
            {items.length === 0 && <div class="menu-empty">{empty}</div>}
            {items.map((item) => {
              const inside = (
                <>
                  <span class="menu-text">{item.text}</span>
                  {item.description && <span class="menu-description">{item.description}</span>}
                </>
              )
              const choose = () => {
                close()
                item.onChoose?.()
              }
              return item.href ? (
                <a key={item.key} role="menuitem" class="menu-item" href={item.href} target="_blank" rel="noreferrer noopener" onClick={choose}>{inside}</a>
              ) : (
                <button key={item.key} type="button" role="menuitem" class={item.danger ? 'menu-item danger' : 'menu-item'} onClick={choose}>{inside}</button>
              )
            })}
          </div>
        </Floating>
      )}
    </>
  )
}
