import type { Handles } from '../person.ts'
import type { LeftContact } from './contact.ts'

/** Somebody in a file, before it is known who is there twice. */
export interface FoundContact {
  readonly line: number
  readonly name: string
  /** In their order: the first for each network counts. */
  readonly handles: readonly Handles[]
}

export interface FoundContacts {
  readonly people: readonly FoundContact[]
  readonly left: readonly LeftContact[]
}
