import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { fileIdsOf } from '../../shared/posts/post-parts.ts'
import type { UnfinishedWork } from '../../shared/posts/unfinished-work.ts'
import { studio } from '../bridge/studio-client.ts'

interface Unfinished {
  /** What the page before this one was in the middle of when it was cut off, until somebody has read it. */
  readonly left: UnfinishedWork | null
  readonly writing: { readonly workspaceId: string; readonly postId: string } | null
  readonly files: readonly ComingFile[]
}

type NotedFile = UnfinishedWork['files'][number]
type ComingFile = NotedFile & { readonly workspaceId: string }

export const unfinishedStore = createStore<Unfinished>(() => ({ left: null, writing: null, files: [] }))

export function useLeftUnfinished(): UnfinishedWork | null {
  return useStore(unfinishedStore, ({ left }) => left)
}

/** How many files were chosen for this post and are not stored in it yet. */
export function useComingFiles(postId: string): number {
  return useStore(unfinishedStore, ({ files }) => files.filter(({ inPost }) => inPost?.postId === postId).length)
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
  void readLeft().then((read) => {
    if (isOver) return
    if (read !== null) {
      told = JSON.stringify(read.noted)
      unfinishedStore.setState({ left: read.left })
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

/** A post was perhaps stored with a file before the note of it could end: what is in it did come in. */
async function readLeft(): Promise<{ readonly noted: UnfinishedWork | null; readonly left: UnfinishedWork | null } | null> {
  const answer = await studio.request('studio.unfinished', {})
  if (!answer.ok) return null
  const noted = answer.value.unfinished
  if (noted === null) return { noted, left: null }
  const postIds = new Set(noted.files.flatMap(({ inPost }) => (inPost === null ? [] : [inPost.postId])))
  const stored = new Set((await Promise.all([...postIds].map((postId) => filesOfPost(noted.workspaceId, postId)))).flat())
  return { noted, left: { ...noted, files: noted.files.filter(({ inPost }) => inPost === null || !stored.has(placeOf(inPost))) } }
}

async function filesOfPost(workspaceId: string, postId: string): Promise<readonly string[]> {
  const read = await studio.request('posts.read', { workspaceId, postId })
  return read.ok ? fileIdsOf(read.value.post).map((mediaId) => placeOf({ postId, mediaId })) : []
}

function placeOf({ postId, mediaId }: NonNullable<NotedFile['inPost']>): string {
  return `${postId} ${mediaId}`
}

/** What was left stays noted until it is read, or until something else is begun: a second crash would say it again. */
function unfinishedNow({ left, writing, files }: Unfinished): UnfinishedWork | null {
  const workspaceId = writing?.workspaceId ?? files[0]?.workspaceId
  if (workspaceId === undefined) return left
  return { workspaceId, postId: writing?.postId ?? null, files: files.filter((file) => file.workspaceId === workspaceId).map(({ name, inPost }) => ({ name, inPost })).slice(0, 100) }
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

/** Files on their way into the library, or by it into a post; returns the function that ends it for one of them. */
export function noteFiles(workspaceId: string, named: readonly NotedFile[]): (at: number) => void {
  const coming = named.map(({ name, inPost }) => ({ workspaceId, name: name.slice(0, 255), inPost }))
  unfinishedStore.setState(({ files }) => ({ files: [...files, ...coming] }))
  return (at) => unfinishedStore.setState(({ files }) => ({ files: files.filter((file) => file !== coming[at]) }))
}
