import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

interface FloatingProps {
  anchor: RefObject<HTMLElement | null>
  children: ComponentChildren
  /** Somebody pressed outside. */
  onLeave(): void
  minWidth?: number
  /** As wide as the anchor, for lists under a field. */
  fit?: boolean
  /** Pixels; less where the window is small. */
  maxHeight?: number
}

const gap = 4
const margin = 8

function placeAt(box: HTMLElement, anchor: HTMLElement, fit: boolean, minWidth: number, maxHeight: number): void {
  const at = anchor.getBoundingClientRect()
  const width = Math.min(Math.max(fit ? at.width : 0, minWidth), innerWidth - 2 * margin)
  box.style.minWidth = `${width}px`
  box.style.maxWidth = fit ? `${width}px` : `${Math.min(420, innerWidth - 2 * margin)}px`
  const below = innerHeight - at.bottom - gap - margin
  const above = at.top - gap - margin
  const up = below < Math.min(box.scrollHeight, 240) && above > below
  box.style.maxHeight = `${Math.max(120, Math.min(maxHeight, up ? above : below))}px`
  const height = box.offsetHeight
  box.style.top = `${up ? at.top - gap - height : at.bottom + gap}px`
  const wanted = fit || at.left + box.offsetWidth <= innerWidth - margin ? at.left : at.right - box.offsetWidth
  box.style.left = `${Math.max(margin, Math.min(wanted, innerWidth - margin - box.offsetWidth))}px`
}

/** A box in the browser's top layer next to its anchor: no scrolling modal can cut it off. */
export function Floating({ anchor, children, onLeave, minWidth = 160, fit = false, maxHeight = 360 }: FloatingProps) {
  const box = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    box.current?.showPopover()
  }, [])
  // After every drawing: the list inside may have grown.
  useLayoutEffect(() => {
    if (box.current && anchor.current) placeAt(box.current, anchor.current, fit, minWidth, maxHeight)
  })
  useEffect(() => {
    const again = (event: Event) => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return
      if (box.current && anchor.current) placeAt(box.current, anchor.current, fit, minWidth, maxHeight)
    }
    const press = (event: PointerEvent) => {
      const target = event.target as Node
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) onLeave()
    }
    addEventListener('scroll', again, true)
    addEventListener('resize', again)
    addEventListener('pointerdown', press, true)
    return () => {
      removeEventListener('scroll', again, true)
      removeEventListener('resize', again)
      removeEventListener('pointerdown', press, true)
    }
  }, [fit, minWidth, maxHeight, onLeave])

  return (
    <div ref={box} class="floating" popover="manual">
      {children}
    </div>
  )
}
