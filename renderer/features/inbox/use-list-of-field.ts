import { useEffect } from 'react'
import type { TextField } from './replace-in-field.ts'

/** Says of a field, which keeps the focus, which list belongs to it and what is chosen there. `id`: null while the list is empty. */
export function useListOfField(field: TextField, id: string | null, chosen: number): void {
  useEffect(() => {
    const element = field.current
    if (id === null || element === null) return undefined
    element.setAttribute('aria-controls', id)
    element.setAttribute('aria-activedescendant', `${id}-${String(chosen)}`)
    return () => {
      element.removeAttribute('aria-controls')
      element.removeAttribute('aria-activedescendant')
    }
  }, [field, id, chosen])
}
