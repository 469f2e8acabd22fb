import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { BegunKind, BegunOf } from '../../shared/begun/begun-words.ts'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { attendBegun, findBegun, leaveBegun, openBegun, type BegunInHand, type BegunPlace } from './begun-words.ts'
import type { WrittenState } from './stored-words.ts'
import { studio } from './studio-client.ts'

export interface BegunField<Kind extends BegunKind> {
  /** null: nothing is written that is not saved, sent or given up. */
  readonly words: BegunOf<Kind> | null
  /** Why they are not stored; null while nothing is wrong with that. */
  readonly failure: StudioError | null
  readonly write: (words: BegunOf<Kind> | null) => void
}

/**
 * What is being written in a field that is neither a draft nor an answer: stored as it is typed, so that neither a crash nor leaving the field loses it, until it is saved, sent or given up.
 * null until it is known what was begun before.
 */
export function useBegunWords<Kind extends BegunKind>({ workspaceId, kind, id }: BegunPlace<Kind>): BegunField<Kind> | null {
  const [opened, setOpened] = useState<Opened<Kind> | null>(() => asOpened({ workspaceId, kind, id }, findBegun({ workspaceId, kind, id })))
  // The place of one client can bear the name of another's.
  const current = opened?.workspaceId === workspaceId && opened.id === id ? opened.words : null
  const { words, failure } = useStore(current?.state ?? nothing)

  useEffect(() => {
    const here = { workspaceId, kind, id }
    let isHere = true
    void openBegun(here, { bridge: studio, timers: window }).then((found) => {
      if (!isHere) return leaveBegun(here)
      attendBegun(here, found)
      return setOpened({ ...here, words: found })
    })
    const flush = (): void => void findBegun(here)?.save()
    window.addEventListener('blur', flush)
    return () => {
      isHere = false
      window.removeEventListener('blur', flush)
      void leaveBegun(here)
    }
  }, [workspaceId, kind, id])

  return current === null ? null : { words, failure, write: current.write }
}

interface Opened<Kind extends BegunKind> extends BegunPlace<Kind> {
  readonly words: BegunInHand<Kind>
}

function asOpened<Kind extends BegunKind>(place: BegunPlace<Kind>, words: BegunInHand<Kind> | null): Opened<Kind> | null {
  return words === null ? null : { ...place, words }
}

const nothing = createStore<WrittenState<null>>(() => ({ words: null, failure: null }))
