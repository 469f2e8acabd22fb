import { useEffect, useState } from 'react'
import { moveMarks } from './move-marks.ts'
import type { SpellingMark } from './spelling-mark.ts'
import type { SpellingSource } from './spelling-source.ts'

/** The text is looked through when nobody has typed for so long, ms. */
const pause = 300

interface Looked {
  readonly source: SpellingSource | null
  readonly text: string
  readonly marks: readonly SpellingMark[]
}

const nothing: Looked = { source: null, text: '', marks: [] }

/** What is underlined in a field. With a key nothing is looked through: what stands moves along, and words that are not known yet are asked for in a pause. */
export function useFieldMarks(source: SpellingSource | null, text: string): readonly SpellingMark[] {
  const [looked, setLooked] = useState(nothing)

  useEffect(() => {
    if (source === null || text.trim() === '') return undefined
    let isNewest = true
    const look = (): void => {
      const { marks, missing } = source.look(text)
      setLooked({ source, text, marks })
      if (missing.length > 0) void source.ask(missing).then((isMoreKnown) => (isMoreKnown && isNewest ? look() : undefined))
    }
    const waiting = setTimeout(look, pause)
    return () => {
      isNewest = false
      clearTimeout(waiting)
    }
  }, [source, text])

  return looked.source === source && source !== null ? moveMarks(looked.marks, looked.text, text) : nothing.marks
}
