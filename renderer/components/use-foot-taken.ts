import { useLayoutEffect, useState } from 'react'

/** What must never lie under a message: the countdown of what leaves, the button that sends. */
const kept = '[data-keep-clear]'
/** A panel at the window's edge that people read and write in while messages come: they stand beside it. */
const keptBeside = '[data-keep-beside]'

/** In px. */
export interface Taken {
  readonly foot: number
  readonly side: number
}

/**
 * How much of the window's foot is taken by what is marked `data-keep-clear` and reaches into the columns of `place`, and how much of its side by what is marked `data-keep-beside`.
 * Measured only while there is a `place`; follows what comes, goes and grows.
 */
export function useFootTaken(place: HTMLElement | null): Taken {
  const [taken, setTaken] = useState<Taken>({ foot: 0, side: 0 })

  useLayoutEffect(() => {
    if (place === null) return

    function measure(): void {
      if (place === null) return
      const beside = [...document.querySelectorAll(keptBeside)].map((element) => {
        sizes.observe(element)
        return element.getBoundingClientRect()
      })
      const side = Math.ceil(Math.max(0, ...beside.map((box) => (box.width > 0 && box.width < window.innerWidth / 2 ? window.innerWidth - box.left : 0))))
      const own = place.getBoundingClientRect()
      // Where it will stand, once it has made way.
      const { left, right } = side === 0 ? own : { left: window.innerWidth - side - own.width, right: window.innerWidth - side }
      const tops = [...document.querySelectorAll(kept)].flatMap((element) => {
        sizes.observe(element)
        const box = element.getBoundingClientRect()
        return box.height > 0 && box.left < right && box.right > left ? [window.innerHeight - box.top] : []
      })
      const foot = Math.ceil(Math.max(0, ...tops))
      setTaken((before) => (before.foot === foot && before.side === side ? before : { foot, side }))
    }

    const sizes = new ResizeObserver(measure)
    // Screens and lines come and go while a message stands.
    const tree = new MutationObserver(measure)
    tree.observe(document.body, { childList: true, subtree: true })
    window.addEventListener('resize', measure)
    measure()
    return () => {
      sizes.disconnect()
      tree.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [place])

  return taken
}
