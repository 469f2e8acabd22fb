import { useEffect, useState } from 'react'
import type { FilmMachine } from '../../../shared/media/fit-film.ts'
import { filmMachine } from '../../bridge/convert-film/film-machine.ts'

/** What this computer does with films; null until that is known, a moment after it is first asked. */
export function useFilmMachine(): FilmMachine | null {
  const [machine, setMachine] = useState<FilmMachine | null>(null)
  useEffect(() => {
    let isGone = false
    void filmMachine().then((known) => !isGone && setMachine(known))
    return () => {
      isGone = true
    }
  }, [])
  return machine
}
