import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { RequestInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import type { Result } from '../../../shared/contract/result.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import type { PostContent, PostOrigin } from '../../../shared/posts/post.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { chooseFiles, createArrivalTaker, createMediaSwapper, createStoredAdder, keepStored } from './add-files.ts'
import { takeArrivals } from './arrivals.ts'
import type { ContentChange } from './composer-changes.ts'
import { isEditable, type ComposerState, type OpenPost, type ReadyState, type SaveState } from './composer-state.ts'
import { filmsAskedAnew } from './films-asked-anew.ts'
import { newPost, openedPost, takenOver, withPlan } from './open-post.ts'
import { goneReason, isPostMissing } from './overtaken.ts'
import { changePart, changeThread, type ThreadChange } from './thread/thread-changes.ts'
import { fileIdsOf, partCount } from '../../../shared/posts/post-parts.ts'
import type { Variable } from '../../../shared/snippets/variables.ts'
import { createSaveQueue, type SaveQueue, type Timers } from '../../bridge/save-queue.ts'
import { createTextHistories, type TextHistories } from './text-histories.ts'
import { createTurns } from '../../bridge/create-turns.ts'

export type When = RequestInput<'posts.schedule'>['when']

export interface ComposerStore {
  readonly state: StoreApi<ComposerState>
  /** What was typed in each text, to be undone and redone. */
  readonly histories: Pick<TextHistories, 'of'>
  load(): Promise<void>
  /** Changes the part in the editor; title and accounts are the whole post's. */
  change(change: ContentChange): void
  /** Plans the draft for a time (of one that comes twice the first, unless `isSecond`), or for none; saved like its text. A time alone does not make a new post worth keeping. */
  plan(localDateTime: string | null, isSecond?: boolean): void
  edit(accountId: string | null): void
  /** Brings another part of the thread into the editor. */
  showPart(part: number): void
  changeThread(change: ThreadChange): void
  /** Adds the files as media to the part in the editor, for one account alone where it is named, also when they come in after it was left; the answer lists what could not be taken. */
  addFiles(files: readonly File[], owner?: string): Promise<readonly StudioError[]>
  /** Puts a picture that is stored already into the part in the editor, with the words that describe it. */
  addStored(item: MediaItem, altText: string, owner?: string): StudioError | null
  /** Another file in the place of one, wherever the post has it. */
  swapMedia(mediaId: string, item: MediaItem): void
  /** A file that the post names is known from here on. */
  keep(item: MediaItem): void
  /** Saves what is pending, then schedules exactly that revision. */
  schedule(when: When, isRepeatMeant?: boolean, gapsMeant?: readonly Variable[]): Promise<StudioError | null>
  /** Saves what is pending, then asks something about exactly that revision. */
  afterSaved(call: (revision: number) => Promise<Result<RequestOutput<'posts.read'>>>): Promise<StudioError | null>
  /** Another time for a post that has one; its text stays as it is. */
  reschedule(when: Pick<RequestInput<'posts.reschedule'>, 'localDateTime' | 'isSecond'>, isRepeatMeant?: boolean): Promise<StudioError | null>
  /** Takes the post back: a draft again. */
  unschedule(): Promise<StudioError | null>
  remove(): Promise<StudioError | null>
  /** What is in hand as a draft of its own, without a time; the post itself stays as it is, or gone. */
  keepAsNew(newPostId: string): Promise<StudioError | null>
  flush(): Promise<void>
  /** Saves again after a save that failed. */
  retrySave(): Promise<void>
  /** Ends autosave and subscriptions; call `flush` before when something may be unsaved. */
  dispose(): void
}

export interface ComposerOptions {
  readonly bridge: StudioBridge
  readonly workspaceId: string
  readonly postId: string
  /** Accounts chosen at the start of a new post; existing posts keep theirs. */
  readonly initialTargets: 'all' | 'none'
  /** What a new post is planned for from the start: the slot of the calendar that was clicked. */
  readonly initialPlan: string | null
  readonly timers: Timers
  readonly newId: () => string
}

/** One object for all: what shows it is not drawn again with each save of somebody who writes on. */
const waiting: SaveState = { kind: 'waiting' }

/** How long a save that failed waits before it is tried again, in ms. */
const retryPause = 2_000

/** One store for one open post. The database is the truth; this is what the user has in hand. */
export function createComposerStore(options: ComposerOptions): ComposerStore {
  const { bridge, workspaceId, postId } = options
  // Tells this composer's saves from those of another window: one whose answer was lost is no conflict with itself.
  const editorId = options.newId()
  const state = createStore<ComposerState>(() => ({ kind: 'loading' }))
  const ready = (): ReadyState | null => readyOnly(state.getState())
  const { histories, queue } = createSaving(options, save)
  const [postTurn, accountsTurn] = [createTurns(), createTurns()]
  const unsubscribe = follow()
  let [settling, loading]: [Promise<unknown>, Promise<void>] = [Promise.resolve(), Promise.resolve()]
  let [isRemoving, isOver] = [false, false]
  const addStored = createStoredAdder(state, change)

  function follow(): readonly (() => void)[] {
    return [
      bridge.on('posts.changed', (event) => event.workspaceId === workspaceId && (event.ids.length === 0 || event.ids.includes(postId)) && void refresh()),
      bridge.on('accounts.changed', (event) => event.workspaceId === workspaceId && void refreshAccounts()),
      bridge.on('engine.changed', (event) => event.state === 'ready' && retryFailedSave()),
      takeArrivals(options, createArrivalTaker({ state, replace, flush: () => queue.flush(), isOver: () => isOver, atRest: () => (ready()?.isSettling === true ? settling : loading) }))
    ]
  }

  function setPost(changes: Partial<OpenPost>): void {
    const current = ready()
    if (current) state.setState({ ...current, post: { ...current.post, ...changes } }, true)
  }

  async function load(): Promise<void> {
    const [accounts, read] = await Promise.all([
      bridge.request('accounts.list', { workspaceId }),
      bridge.request('posts.read', { workspaceId, postId })
    ])
    if (!accounts.ok) return state.setState({ kind: 'failed', error: accounts.error }, true)
    // One that is known to be gone is no new one.
    if (!read.ok && (read.error.code !== 'not_found' || goneReason(read.error) !== 'unknown')) return state.setState({ kind: 'failed', error: read.error }, true)
    const post = read.ok ? openedPost(read.value) : newPost(postId, options.initialTargets === 'all' ? accounts.value.accounts : [], options.initialPlan)
    const media = await loadMedia(options, fileIdsOf(post.content))
    state.setState({ kind: 'ready', post, accounts: accounts.value.accounts, media, editing: null, part: 0, isSettling: false }, true)
  }

  /** Takes over what changed elsewhere (jobs, status), but never text that the user has in hand and is not saved. */
  async function refresh(): Promise<void> {
    const isNewest = postTurn()
    const answer = await bridge.request('posts.read', { workspaceId, postId })
    const current = ready()
    if (!current || !isNewest()) return
    if (!answer.ok) {
      // One that was never stored is not gone, nor is one that is being removed here any news.
      if (!isPostMissing(answer.error) || current.post.revision === 0 || isRemoving) return
      queue.stop()
      return setPost({ overtaken: { kind: 'gone', reason: goneReason(answer.error) } })
    }
    setPost(takenOver(current.post, openedPost(answer.value)))
    if (current.post.overtaken?.kind === 'gone') queue.resume()
    showPart(current.part)
  }

  async function refreshAccounts(): Promise<void> {
    const isNewest = accountsTurn()
    const answer = await bridge.request('accounts.list', { workspaceId })
    const current = ready()
    if (answer.ok && current && isNewest()) state.setState({ ...current, accounts: answer.value.accounts }, true)
  }

  function change(contentChange: ContentChange): void {
    replace((content, part) => filmsAskedAnew(content, changePart(content, part, contentChange), ready()?.media ?? []))
  }

  function replace(next: (content: PostContent, part: number) => PostContent): void {
    const current = ready()
    if (!current || !isEditable(current.post) || current.isSettling) return
    const content = next(current.post.content, current.part)
    if (content === current.post.content) return
    setPost({ content, save: waiting })
    showPart(current.part)
    queue.touch()
  }

  function showPart(part: number): void {
    const current = ready()
    if (current) state.setState({ ...current, part: Math.max(0, Math.min(part, partCount(current.post.content) - 1)) }, true)
  }

  async function save(): Promise<void> {
    const current = ready()
    if (!current) return
    const { content, revision, origin, planChange } = current.post
    setPost({ save: { kind: 'saving' } })
    const answer = await bridge.request('posts.saveDraft', { workspaceId, postId, revision, content, origin: originForCreate(revision, origin), editorId, plannedFor: planChange?.to, plansSecond: planChange?.isSecond })
    const after = ready()
    if (!after) return
    if (!answer.ok) return failSave(answer.error)
    const isStillSame = after.post.content === content && after.post.planChange === planChange
    const saved: SaveState = isStillSame ? { kind: 'saved', at: answer.value.savedAt } : waiting
    setPost({ revision: answer.value.revision, save: saved, overtaken: null })
    // It was stored before whatever happened elsewhere.
    if (after.post.overtaken !== null) await refresh()
  }

  async function failSave(error: StudioError): Promise<void> {
    setPost({ save: { kind: 'failed', error }, ...(error.code === 'conflict' ? { overtaken: { kind: 'changed' } } : {}) })
    // A disk that is full or held by another program may have room again without anybody's doing.
    if (error.retryable) options.timers.setTimeout(retryFailedSave, retryPause)
    // Something happened elsewhere: what, is asked at once.
    if (isPostMissing(error) || error.code === 'post_not_editable') await refresh()
  }

  function retryFailedSave(): void {
    const post = ready()?.post
    if (post?.save.kind === 'failed' && post.overtaken === null) queue.touch()
  }

  async function afterSaving<Name extends 'posts.schedule' | 'posts.reschedule' | 'posts.unschedule'>(call: (revision: number) => Promise<Result<RequestOutput<Name>>>): Promise<StudioError | null> {
    // Keys pressed from here on would be in neither what is sent nor what is saved.
    const setSettling = (isSettling: boolean): void => {
      const current = ready()
      if (current) state.setState({ ...current, isSettling }, true)
    }
    setSettling(true)
    const settled = flushAndCall(call).finally(() => setSettling(false))
    settling = settled
    return settled
  }

  async function flushAndCall<Name extends 'posts.schedule' | 'posts.reschedule' | 'posts.unschedule'>(call: (revision: number) => Promise<Result<RequestOutput<Name>>>): Promise<StudioError | null> {
    await queue.flush()
    const current = ready()
    if (!current) return null
    if (current.post.save.kind === 'failed') return current.post.save.error
    if (current.post.overtaken?.kind === 'gone') return { code: 'not_found', message: 'the post is gone', retryable: false }
    const answer = await call(current.post.revision)
    if (!answer.ok) {
      if (isPostMissing(answer.error)) void refresh()
      return answer.error
    }
    setPost(openedPost(answer.value))
    // What was read before that answer is older than it, and what came after it may be newer.
    void refresh()
    return null
  }

  return {
    state, histories, change, showPart, addStored, load: () => (loading = load()),
    plan(localDateTime, isSecond = false) {
      const current = ready()
      if (!current || !isEditable(current.post) || current.isSettling) return
      setPost(withPlan(current.post, localDateTime, isSecond))
      if (ready()?.post.save.kind === 'waiting') queue.touch()
    },
    edit(accountId) {
      const current = ready()
      if (current) state.setState({ ...current, editing: accountId }, true)
    },
    changeThread: (threadChange) => replace((content) => filmsAskedAnew(content, changeThread(content, threadChange), ready()?.media ?? [])),
    addFiles: (files, owner) => chooseFiles({ ...options, ready, isRemoving: () => isRemoving }, files, owner),
    keep: (item) => keepStored(state, item),
    swapMedia: createMediaSwapper(state, replace),
    schedule: (when, isRepeatMeant = false, gapsMeant = []) => afterSaving((revision) => bridge.request('posts.schedule', { workspaceId, postId, revision, when, isRepeatMeant, ...(gapsMeant.length === 0 ? {} : { gapsMeant: [...gapsMeant] }) })),
    afterSaved: (call) => afterSaving(call),
    reschedule: (when, isRepeatMeant = false) => afterSaving(() => bridge.request('posts.reschedule', { workspaceId, postId, ...when, isRepeatMeant })),
    unschedule: () => afterSaving(() => bridge.request('posts.unschedule', { workspaceId, postId })),
    async remove() {
      isRemoving = true
      queue.stop()
      const answer = await bridge.request('posts.remove', { workspaceId, postId })
      if (answer.ok || answer.error.code === 'not_found') return null
      // It stays, and so does what was or will be typed.
      isRemoving = false
      queue.resume()
      return answer.error
    },
    keepAsNew: (newPostId) => keepAsNew(options, ready(), newPostId),
    flush: () => queue.flush(),
    async retrySave() {
      retryFailedSave()
      await queue.flush()
    },
    dispose() {
      isOver = true
      queue.stop()
      for (const end of unsubscribe) end()
    }
  }
}

/** The words first; what was typed to get there follows them, and is waited for with them. */
function createSaving(options: ComposerOptions, save: () => Promise<void>): { readonly histories: TextHistories; readonly queue: SaveQueue } {
  const histories = createTextHistories(options)
  return { histories, queue: createSaveQueue(() => save().then(histories.keep), options.timers) }
}

async function loadMedia({ bridge, workspaceId }: ComposerOptions, mediaIds: readonly string[]): Promise<ReadyState['media']> {
  if (mediaIds.length === 0) return []
  const answer = await bridge.request('media.list', { workspaceId, mediaIds: [...mediaIds] })
  return answer.ok ? answer.value.media : []
}

/** The client's no to these words goes along. */
async function keepAsNew({ bridge, workspaceId, postId }: ComposerOptions, current: ReadyState | null, newPostId: string): Promise<StudioError | null> {
  if (current === null) return null
  const { content, origin } = current.post
  const answer = await bridge.request('posts.saveDraft', { workspaceId, postId: newPostId, revision: 0, content, origin, copyOf: postId })
  return answer.ok ? null : answer.error
}

function originForCreate(revision: number, origin: PostOrigin): PostOrigin | undefined {
  return revision === 0 ? origin : undefined
}

function readyOnly(current: ComposerState): ReadyState | null {
  return current.kind === 'ready' ? current : null
}
