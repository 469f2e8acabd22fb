import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { UnfinishedWork } from '../../shared/posts/unfinished-work.ts'
import { studio } from '../bridge/studio-client.ts'

interface Unfinished {
  /** What the page before this one was in the middle of when it was cut off, until somebody has read it. */
  readonly left: UnfinishedWork | null
  readonly writing: { readonly workspaceId: string; readonly postId: string } | null
  readonly files: readonly { readonly workspaceId: string; readonly name: string }[]
}

export const unfinishedStore = createStore<Unfinished>(() => ({ left: null, writing: null, files: [] }))

export function useLeftUnfinished(): UnfinishedWork | null {
  return useStore(unfinishedStore, ({ left }) => left)
}

/** Reads once what was left, and from then on tells the engine what would be; returns the function that stops it. */
export function followUnfinished(): () => void {
  let isOver = false
  let told = 'null'
  const tell = (unfinished: UnfinishedWork | null): void => {
    const words = JSON.stringify(unfinished)
    if (words === told) return
    told = words
    void studio.request('studio.noteUnfinished', { unfinished })
  }
  const finish = (): void => tell(null)
  let stop = (): void => undefined
  void studio.request('studio.unfinished', {}).then((answer) => {
    if (isOver) return
    if (answer.ok) {
      told = JSON.stringify(answer.value.unfinished)
      unfinishedStore.setState({ left: answer.value.unfinished })
    }
    stop = unfinishedStore.subscribe((now) => tell(unfinishedNow(now)))
  })
  window.addEventListener('pagehide', finish)
  return () => {
    isOver = true
    window.removeEventListener('pagehide', finish)
    stop()
  }
}

/** What was left stays noted until it is read, or until something else is begun: a second crash would say it again. */
function unfinishedNow({ left, writing, files }: Unfinished): UnfinishedWork | null {
  const workspaceId = writing?.workspaceId ?? files[0]?.workspaceId
  if (workspaceId === undefined) return left
  return { workspaceId, postId: writing?.postId ?? null, fileNames: files.filter((file) => file.workspaceId === workspaceId).map(({ name }) => name).slice(0, 100) }
}

export function dismissUnfinished(): void {
  unfinishedStore.setState({ left: null })
}

/** The draft that somebody writes; returns the function that ends it. */
export function noteWriting(workspaceId: string, postId: string): () => void {
  const writing = { workspaceId, postId }
  unfinishedStore.setState({ writing })
  return () => unfinishedStore.setState((now) => (now.writing === writing ? { writing: null } : now))
}

/** Files on their way into the library; returns the function that ends it for one of them. */
export function noteFiles(workspaceId: string, names: readonly string[]): (at: number) => void {
  const coming = names.map((name) => ({ workspaceId, name: name.slice(0, 255) }))
  unfinishedStore.setState(({ files }) => ({ files: [...files, ...coming] }))
  return (at) => unfinishedStore.setState(({ files }) => ({ files: files.filter((file) => file !== coming[at]) }))
}
