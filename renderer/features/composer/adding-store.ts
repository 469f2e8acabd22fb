import { createStore } from 'zustand/vanilla'

/** A file that is on its way into the library. */
export interface AddingFile {
  readonly id: string
  readonly workspaceId: string
  readonly fileName: string
  /** 0 to 1; 1: all of it is copied, it is being checked. */
  readonly share: number
  /** It is made of that one, which is in the library. */
  readonly of?: string
  readonly cancel: () => void
}

/** Outlives the composer that asked: what was begun goes on, and is shown again. */
export const addingStore = createStore<{ readonly files: readonly AddingFile[] }>(() => ({ files: [] }))

export function beginAdding(file: AddingFile): void {
  addingStore.setState(({ files }) => ({ files: [...files, file] }))
}

export function moveAdding(id: string, share: number): void {
  addingStore.setState(({ files }) => ({ files: files.map((file) => (file.id === id ? { ...file, share } : file)) }))
}

export function endAdding(id: string): void {
  addingStore.setState(({ files }) => ({ files: files.filter((file) => file.id !== id) }))
}
