import { useEffect, useRef, useState, type ReactNode } from 'react'

export interface MeasuredProps {
  readonly className?: string | undefined
  /** Draws what depends on the height, in px; 0 before it is known. */
  readonly children: (height: number) => ReactNode
}

/** A place whose content is told how high it is, as the window changes. */
export function Measured({ className, children }: MeasuredProps): React.JSX.Element {
  const place = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  useEffect(() => {
    if (place.current === null) return
    const observer = new ResizeObserver(([entry]) => setHeight(Math.round(entry?.contentRect.height ?? 0)))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place} className={className}>
      {children(height)}
    </div>
  )
}
