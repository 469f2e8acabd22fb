import { useLayoutEffect, useState } from 'react'

/** What must never lie under a message: the countdown of what leaves, the button that sends. */
const kept = '[data-keep-clear]'

/**
 * How much of the window's foot is taken, in px, by what is marked `data-keep-clear` and reaches into the columns of `place`.
 * Measured only while there is a `place`; follows what comes, goes and grows.
 */
export function useFootTaken(place: HTMLElement | null): number {
  const [taken, setTaken] = useState(0)

  useLayoutEffect(() => {
    if (place === null) return

    function measure(): void {
      if (place === null) return
      const { left, right } = place.getBoundingClientRect()
      const tops = [...document.querySelectorAll(kept)].flatMap((element) => {
        sizes.observe(element)
        const box = element.getBoundingClientRect()
        return box.height > 0 && box.left < right && box.right > left ? [window.innerHeight - box.top] : []
      })
      setTaken(Math.ceil(Math.max(0, ...tops)))
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
