import { useState, type DragEvent, type DragEventHandler } from 'react'
import type { PostContent } from '../../../../shared/posts/post.ts'

/** What is dragged is one of the list, and nothing for any other place. */
const dragged = 'application/x-vigie-place'

interface Grip {
  readonly draggable: boolean
  readonly onDragStart?: DragEventHandler
  readonly onDragEnd?: DragEventHandler
}

interface Place {
  readonly 'data-drop'?: 'before' | 'after' | undefined
  readonly 'data-dragged'?: '' | undefined
  readonly onDragOver?: DragEventHandler
  readonly onDragLeave?: DragEventHandler
  readonly onDrop?: DragEventHandler
}

export interface MediaDrag {
  /** By its picture: its description is text that is selected by mouse. */
  readonly grip: (mediaId: string) => Grip
  /** The line of the one at this place, counted from 0. */
  readonly place: (index: number) => Place
}

/** Puts pictures in order by mouse; by keyboard their arrows do. */
export function useMediaDrag(media: PostContent['media'], isOn: boolean, onPlace: (mediaId: string, place: number) => void): MediaDrag {
  const [moving, setMoving] = useState<string | null>(null)
  // The gap it would come into, counted from 0.
  const [gap, setGap] = useState<number | null>(null)
  const from = media.findIndex(({ mediaId }) => mediaId === moving)

  function end(): void {
    setMoving(null)
    setGap(null)
  }

  function handleOver(event: DragEvent, index: number): void {
    if (from === -1 || !event.dataTransfer.types.includes(dragged)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
    setGap(index + (isInLowerHalf(event) ? 1 : 0))
  }

  /** Going from one thing within to another one is no leaving. */
  function handleLeave({ currentTarget, relatedTarget }: DragEvent): void {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setGap(null)
  }

  function handleDrop(event: DragEvent): void {
    if (moving === null || gap === null || from === -1) return
    event.preventDefault()
    event.stopPropagation()
    end()
    const place = gap > from ? gap - 1 : gap
    if (place !== from) onPlace(moving, place)
  }

  return {
    grip: (mediaId) => ({
      draggable: isOn,
      ...(isOn ? { onDragStart: (event) => begin(event, mediaId), onDragEnd: end } : {})
    }),
    place: (index) => (moving === null ? {} : { 'data-drop': mark(index), 'data-dragged': index === from ? '' : undefined, onDragOver: (event) => handleOver(event, index), onDragLeave: handleLeave, onDrop: handleDrop })
  }

  function begin(event: DragEvent, mediaId: string): void {
    event.dataTransfer.setData(dragged, mediaId)
    event.dataTransfer.effectAllowed = 'move'
    const line = event.currentTarget.closest('li')
    if (line !== null) event.dataTransfer.setDragImage(line, 20, 20)
    setMoving(mediaId)
  }

  /** Nothing beside the one that is dragged: it would stay where it is. */
  function mark(index: number): 'before' | 'after' | undefined {
    if (gap === null || gap === from || gap === from + 1) return undefined
    if (gap === index) return 'before'
    return gap === media.length && index === media.length - 1 ? 'after' : undefined
  }
}

function isInLowerHalf({ currentTarget, clientY }: DragEvent): boolean {
  const { top, height } = currentTarget.getBoundingClientRect()
  return clientY > top + height / 2
}
