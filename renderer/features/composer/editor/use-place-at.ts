import type { Editor } from '@tiptap/core'
import { useLayoutEffect, useRef, type RefObject } from 'react'

/** Keeps a layer under a place in the text, or over it where there is no room below. */
export function usePlaceAt(editor: Editor, position: number): RefObject<HTMLDivElement | null> {
  const layer = useRef<HTMLDivElement | null>(null)
  useLayoutEffect(() => {
    function place(): void {
      const element = layer.current
      if (element === null || editor.isDestroyed) return
      const { left, top, bottom } = editor.view.coordsAtPos(position)
      const gap = 4
      const isBelow = bottom + gap + element.offsetHeight <= window.innerHeight
      element.style.insetInlineStart = `${String(Math.max(gap, Math.min(left, window.innerWidth - element.offsetWidth - gap)))}px`
      element.style.insetBlockStart = `${String(isBelow ? bottom + gap : Math.max(gap, top - gap - element.offsetHeight))}px`
    }
    place()
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  })
  return layer
}
