import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Keys of an open menu: arrows move, Home and End jump, Escape closes, Tab leaves. The first row, or the current one, gets the focus. */
export function useMenuKeys(list: RefObject<HTMLElement | null>, open: boolean, close: () => void) {
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]

  useEffect(() => {
    if (open) (rows().find((row) => row.ariaCurrent === 'true') ?? rows()[0])?.focus()
  }, [open])

  return (event: KeyboardEvent) => {
    const all = rows()
    const at = all.indexOf(document.activeElement as HTMLElement)
    if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus()
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus()
    else if (event.key === 'Home') all[0]?.focus()
    else if (event.key === 'End') all.at(-1)?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
