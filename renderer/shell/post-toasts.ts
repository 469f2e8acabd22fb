import type { RequestOutput } from '../../shared/contract/request-map.ts'
import { studio } from '../bridge/studio-client.ts'
import { showToast, type ToastOptions } from '../components/toaster.ts'

/** A post, wherever it is shown. */
export interface PostPlace {
  readonly workspaceId: string
  readonly postId: string
}

/** What is said of a post, or could still be taken back of it. */
export interface PostMessage {
  readonly close: () => void
  /** It is neither shown nor of any other use any more. */
  readonly isOver: () => boolean
}

interface StandingMessage extends PostPlace, PostMessage {
  /** How the post stood when the message was shown; null until that was read. */
  state: string | null
}

/** By post: one message at a time. */
const standing = new Map<string, StandingMessage>()

/** Says how a post stands now; see `keepToPost`. */
export function showPostToast(place: PostPlace, options: Omit<ToastOptions, 'workspaceId'>): void {
  let isOver = false
  const close = showToast({ ...options, workspaceId: place.workspaceId, onClose: () => (isOver = true) })
  keepToPost(place, { close, isOver: () => isOver })
}

/**
 * Binds a message to the state of its post: it takes the place of what was said of that post before, and goes as soon as the post has another
 * state or time, whatever changed it. Call it once the engine has confirmed what the message says.
 */
export function keepToPost({ workspaceId, postId }: PostPlace, { close, isOver }: PostMessage): void {
  standing.get(postId)?.close()
  const message: StandingMessage = { workspaceId, postId, close, isOver, state: null }
  standing.set(postId, message)
  void readState(message).then((state) => (message.state = state))
}

/** Takes away what is no longer so; returns the function that stops it. */
export function followPostToasts(): () => void {
  return studio.on('posts.changed', ({ workspaceId, ids }) => {
    for (const message of standing.values()) {
      if (message.isOver()) standing.delete(message.postId)
      else if (message.workspaceId === workspaceId && (ids.length === 0 || ids.includes(message.postId))) void takeAwayIfNoLongerSo(message)
    }
  })
}

async function takeAwayIfNoLongerSo(message: StandingMessage): Promise<void> {
  const state = await readState(message)
  if (state === null || message.state === null || state === message.state || standing.get(message.postId) !== message) return
  standing.delete(message.postId)
  message.close()
}

/** Null when it cannot be told. */
async function readState({ workspaceId, postId }: PostPlace): Promise<string | null> {
  const answer = await studio.request('posts.read', { workspaceId, postId })
  if (answer.ok) return stateOf(answer.value)
  return answer.error.code === 'not_found' ? 'removed' : null
}

function stateOf({ post: { status, schedule, plan } }: RequestOutput<'posts.read'>): string {
  return [status, schedule?.dueAt, plan?.at].join(' ')
}
