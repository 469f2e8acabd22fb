import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { joinClassNames } from './join-class-names.ts'
import styles from './SplitPane.module.css'

export interface SplitPaneProps {
  /** The pane whose width is set. */
  readonly first: ReactNode
  readonly second: ReactNode
  /** Width of the sized pane in px; kept by the caller. */
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min?: number
  readonly max?: number
  /** Which pane has the given width; the other takes the rest. Default `first`. */
  readonly sized?: 'first' | 'second'
  /** What is being resized, for the separator's accessible name: “Width of the list”. */
  readonly label: string
  readonly className?: string
}

const step = 16
const bigStep = 64

/** Two panes side by side; the line between them is dragged, or moved with the arrow keys, Home and End. */
export function SplitPane({ first, second, value, onChange, min = 240, max = 640, sized = 'first', label, className }: SplitPaneProps) {
  const drag = useRef<{ readonly startX: number; readonly startValue: number } | null>(null)
  const direction = sized === 'first' ? 1 : -1

  function change(next: number) {
    const limited = Math.round(Math.min(max, Math.max(min, next)))
    if (limited !== value) onChange(limited)
  }

  function handlePointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { startX: event.clientX, startValue: value }
  }

  function handlePointerMove(event: PointerEvent<HTMLDivElement>) {
    if (drag.current) change(drag.current.startValue + (event.clientX - drag.current.startX) * direction)
  }

  function handlePointerEnd() {
    drag.current = null
  }

  function handleKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const next = widthForKey(event.key, event.shiftKey ? bigStep : step)
    if (next === null) return
    event.preventDefault()
    change(next)
  }

  function widthForKey(key: string, distance: number): number | null {
    switch (key) {
      case 'ArrowLeft':
        return value - distance * direction
      case 'ArrowRight':
        return value + distance * direction
      case 'Home':
        return min
      case 'End':
        return max
      default:
        return null
    }
  }

  return (
    <div className={joinClassNames(styles.split, className)} data-sized={sized} style={{ '--pane': `${String(value)}px`, '--pane-min': `${String(min)}px` }}>
      <div data-pane className={styles.first}>{first}</div>
      <div
        className={styles.separator}
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        tabIndex={0}
        onPointerDown={handlePointerDown}
        onPointerMove={handlePointerMove}
        onPointerUp={handlePointerEnd}
        onPointerCancel={handlePointerEnd}
        onKeyDown={handleKeyDown}
      />
      <div className={styles.second}>{second}</div>
    </div>
  )
}
