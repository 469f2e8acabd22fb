import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { unfinishedStore } from '../../../renderer/shell/unfinished-store.ts'
import { comeBackTo, keptComposer, leaveComposer } from '../../../renderer/features/composer/kept-composers.ts'
import { createComposerStore, type ComposerStore } from '../../../renderer/features/composer/composer-store.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const postId = '00000000-0000-4000-8000-000000000001'

/** An engine that saves whatever it is given, and answers the rest as the test says. */
function fakeBridge(answers: Readonly<Record<string, unknown>>): { readonly bridge: StudioBridge; readonly saved: PostContent[] } {
  const saved: PostContent[] = []
  const request = async (name: string, input: unknown): Promise<unknown> => {
    if (name !== 'posts.saveDraft') return answers[name]
    saved.push((input as { content: PostContent }).content)
    return { ok: true, value: { revision: saved.length, savedAt: saved.length } }
  }
  return { bridge: { request, on: () => () => undefined } as unknown as StudioBridge, saved }
}

async function openNew(bridge: StudioBridge): Promise<ComposerStore> {
  const timers = { setTimeout: (callback: () => void, delay: number) => Number(setTimeout(callback, delay)), clearTimeout: (timer: number) => clearTimeout(timer) }
  const store = createComposerStore({ bridge, workspaceId: postId, postId, initialTargets: 'none', initialPlan: null, timers, newId: () => postId })
  await store.load()
  return store
}

const nothingYet = { 'accounts.list': { ok: true, value: { accounts: [] } }, 'posts.read': { ok: false, error: { code: 'not_found', message: '', retryable: false } } }

describe('a removal that failed', () => {
  it('leaves a post that is saved as before', async () => {
    const { bridge, saved } = fakeBridge({ ...nothingYet, 'posts.remove': { ok: false, error: { code: 'engine_stopped', message: '', retryable: true } } })
    const store = await openNew(bridge)
    store.change({ kind: 'retitle', title: 'First' })
    await store.flush()
    expect(await store.remove()).toMatchObject({ code: 'engine_stopped' })
    store.change({ kind: 'retitle', title: 'Second' })
    await store.flush()
    expect(saved.map(({ title }) => title)).toEqual(['First', 'Second'])
  })
})

describe('a removal that worked', () => {
  it('is not undone by a save that was waiting', async () => {
    const { bridge, saved } = fakeBridge({ ...nothingYet, 'posts.remove': { ok: true, value: {} } })
    const store = await openNew(bridge)
    store.change({ kind: 'retitle', title: 'First' })
    expect(await store.remove()).toBeNull()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(saved).toEqual([])
  })
})

describe('a call about the text that is out', () => {
  it('lets nothing be written that its answer would replace', async () => {
    let answer: (value: unknown) => void = () => undefined
    const { bridge, saved } = fakeBridge({ ...nothingYet, 'posts.schedule': new Promise((resolve) => (answer = resolve)) })
    const store = await openNew(bridge)
    store.change({ kind: 'retitle', title: 'First' })
    const scheduled = store.schedule({ kind: 'now' })
    store.change({ kind: 'retitle', title: 'Too late' })
    store.plan('2026-12-01T09:00')
    expect(store.state.getState()).toMatchObject({ isSettling: true, post: { content: { title: 'First' } } })
    answer({ ok: false, error: { code: 'conflict', message: '', retryable: false } })
    expect(await scheduled).toMatchObject({ code: 'conflict' })
    store.change({ kind: 'retitle', title: 'Second' })
    await store.flush()
    expect(store.state.getState()).toMatchObject({ isSettling: false, post: { planChange: null } })
    expect(saved.map(({ title }) => title)).toEqual(['First', 'Second'])
  })
})

describe('a post that changes elsewhere', () => {
  const stored = (status: string): unknown => ({
    ok: true,
    value: {
      post: { id: postId, title: '', document: { type: 'doc', content: [] }, targets: [], media: [], revision: 1, status, schedule: null, plan: null, approval: { kind: 'none' }, origin: { kind: 'composer' }, updatedAt: 1 },
      jobs: []
    }
  })

  it('is shown as it is last, also when an earlier answer comes later', async () => {
    const reads: ((answer: unknown) => void)[] = []
    let tell: (() => void) | undefined
    const { bridge } = fakeBridge({ 'accounts.list': { ok: true, value: { accounts: [] } }, 'posts.read': stored('draft') })
    const store = await openNew({
      request: (name: string, input: unknown) => (name === 'posts.read' && tell !== undefined ? new Promise((resolve) => reads.push(resolve)) : (bridge.request as (name: string, input: unknown) => Promise<unknown>)(name, input)),
      on: (name: string, listener: (event: unknown) => void) => {
        if (name === 'posts.changed') queueMicrotask(() => (tell = () => listener({ workspaceId: postId, ids: [postId] })))
        return () => undefined
      }
    } as unknown as StudioBridge)
    tell?.()
    tell?.()
    reads[1]?.(stored('scheduled'))
    await vi.advanceTimersByTimeAsync(0)
    reads[0]?.(stored('draft'))
    await vi.advanceTimersByTimeAsync(0)
    expect(store.state.getState()).toMatchObject({ kind: 'ready', post: { status: 'scheduled' } })
  })
})

describe('a removal of one’s own', () => {
  it('is no news from elsewhere', async () => {
    let tell: (() => void) | undefined
    const answers = { ...nothingYet, 'posts.remove': { ok: true, value: {} } }
    const { bridge } = fakeBridge(answers)
    const store = await openNew({
      ...bridge,
      on: (name: string, listener: (event: unknown) => void) => {
        if (name === 'posts.changed') tell = () => listener({ workspaceId: postId, ids: [postId] })
        return () => undefined
      }
    } as unknown as StudioBridge)
    store.change({ kind: 'retitle', title: 'First' })
    await store.flush()
    expect(await store.remove()).toBeNull()
    tell?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(store.state.getState()).toMatchObject({ kind: 'ready', post: { overtaken: null } })
  })
})

describe('a file that comes in late', () => {
  const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1])], 'quay.png')
  const item = { id: postId, kind: 'image', mime: 'image/png', fileName: 'quay.png' }

  /** An engine that keeps one post, and stores files when it is told to. */
  function slowStudio(): { readonly bridge: StudioBridge; readonly come: () => void; readonly kept: () => PostContent | null } {
    let [content, revision]: [PostContent | null, number] = [null, 0]
    let come: () => void = () => undefined
    const request = async (name: string, input: unknown): Promise<unknown> => {
      const asked = input as { content: PostContent; revision: number }
      if (name === 'media.add') return new Promise((resolve) => (come = () => resolve({ ok: true, value: item })))
      if (name === 'accounts.list') return { ok: true, value: { accounts: [] } }
      if (name === 'media.list') return { ok: true, value: { media: [item] } }
      if (name === 'posts.read') return content === null ? nothingYet['posts.read'] : { ok: true, value: { post: { ...content, id: postId, revision, status: 'draft', schedule: null, plan: null, approval: { kind: 'none' }, origin: { kind: 'composer' }, publishedAt: null, updatedAt: 1 }, jobs: [] } }
      if (name === 'posts.remove') return { ok: true, value: {} }
      if (asked.revision !== revision) return { ok: false, error: { code: 'conflict', message: '', retryable: false } }
      ;[content, revision] = [asked.content, revision + 1]
      return { ok: true, value: { revision, savedAt: revision } }
    }
    return { bridge: { request, on: () => () => undefined } as unknown as StudioBridge, come: () => come(), kept: () => content }
  }

  async function addLate(meanwhile: (store: ComposerStore, bridge: StudioBridge) => unknown, before: (store: ComposerStore) => void = () => undefined): Promise<{ readonly kept: PostContent | null; readonly errors: readonly { code: string }[] }> {
    const { bridge, come, kept } = slowStudio()
    const store = await openNew(bridge)
    before(store)
    const added = store.addFiles([picture])
    await vi.advanceTimersByTimeAsync(0)
    await meanwhile(store, bridge)
    come()
    return { errors: await added, kept: kept() }
  }
  const leave = (store: ComposerStore): Promise<void> => store.flush().finally(() => store.dispose())

  it('is in the post that was left meanwhile', async () => {
    const { kept, errors } = await addLate(leave, (store) => store.change({ kind: 'retitle', title: 'Quay' }))
    expect([errors, kept?.title, kept?.media.length]).toEqual([[], 'Quay', 1])
  })

  it('is in the post that was new and left without a word', async () => {
    const { kept } = await addLate(leave)
    expect(kept?.media).toHaveLength(1)
  })

  it('is not in a post that was deleted meanwhile', async () => {
    const { kept } = await addLate(async (store) => {
      await store.remove()
      store.dispose()
    })
    expect(kept).toBeNull()
  })

  it('is in the post that was left and opened again, beside what is written there now', async () => {
    let second: ComposerStore | undefined
    const { kept } = await addLate(async (store, bridge) => {
      await leave(store)
      second = await openNew(bridge)
      second.change({ kind: 'retitle', title: 'Written since' })
    }, (store) => store.change({ kind: 'retitle', title: 'Quay' }))
    await second?.flush()
    expect([kept?.title, kept?.media.length, second?.state.getState()]).toMatchObject(['Written since', 1, { post: { save: { kind: 'saved' } } }])
  })

  it('is in the part for which it was chosen, whichever part is shown', async () => {
    const { kept } = await addLate((store) => store.showPart(0), (store) => {
      store.changeThread({ kind: 'add_part', id: postId, after: 0 })
      store.showPart(1)
    })
    expect([kept?.media.length, kept?.moreParts?.[0]?.media.length]).toEqual([0, 1])
  })

  it('says so where the post holds as many as there can be', async () => {
    const { kept, errors } = await addLate(() => undefined, (store) => {
      for (const place of Array.from({ length: 20 }, (_, at) => at)) store.change({ kind: 'attach', mediaId: `file ${String(place)}` })
    })
    expect([kept?.media.length ?? 20, errors]).toMatchObject([20, [{ code: 'post_has_problems', details: { reason: 'too_many_files', fileName: 'quay.png', limit: 20 } }]])
  })
})

describe('words that cannot be stored', () => {
  /** A disk that is full until there is room. */
  function fullDisk(): { readonly bridge: StudioBridge; readonly saved: PostContent[]; readonly makeRoom: () => void } {
    let hasRoom = false
    const { bridge, saved } = fakeBridge(nothingYet)
    const request = async (name: string, input: unknown): Promise<unknown> => (name === 'posts.saveDraft' && !hasRoom ? { ok: false, error: { code: 'disk_full', message: '', retryable: true } } : (bridge.request as (name: string, input: unknown) => Promise<unknown>)(name, input))
    return { bridge: { ...bridge, request } as unknown as StudioBridge, saved, makeRoom: () => (hasRoom = true) }
  }
  const post = { workspaceId: postId, postId }
  const titleOf = (store: ComposerStore | null): unknown => {
    const now = store?.state.getState()
    return now?.kind === 'ready' ? now.post.content.title : null
  }

  it('are stored by themselves as soon as they can be', async () => {
    const { bridge, saved, makeRoom } = fullDisk()
    const store = await openNew(bridge)
    store.change({ kind: 'retitle', title: 'Quay' })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(store.state.getState()).toMatchObject({ post: { save: { kind: 'failed' } } })
    makeRoom()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(saved.map(({ title }) => title)).toEqual(['Quay'])
    expect(store.state.getState()).toMatchObject({ post: { save: { kind: 'saved' } } })
  })

  it('stay in hand for whoever comes back, and are said to be unsaved until then', async () => {
    const { bridge } = fullDisk()
    const store = await openNew(bridge)
    store.change({ kind: 'retitle', title: 'Quay' })
    const isBack = vi.fn()
    await leaveComposer(store, { ...post, onUnsaved: () => ({ isBack }) })
    await vi.advanceTimersByTimeAsync(60_000)
    expect([titleOf(keptComposer(post)), isBack.mock.calls.length]).toEqual(['Quay', 0])
    comeBackTo(post)
    store.change({ kind: 'retitle', title: 'Quay again' })
    expect([titleOf(store), keptComposer(post), isBack.mock.calls.length]).toEqual(['Quay again', null, 1])
    store.dispose()
  })

  it('are stored after the composer was left, which ends then', async () => {
    const { bridge, saved, makeRoom } = fullDisk()
    const store = await openNew(bridge)
    store.change({ kind: 'retitle', title: 'Quay' })
    const isBack = vi.fn()
    await leaveComposer(store, { ...post, onUnsaved: () => ({ isBack }) })
    makeRoom()
    await vi.advanceTimersByTimeAsync(5_000)
    expect([saved.length, keptComposer(post), isBack.mock.calls.length]).toEqual([1, null, 1])
  })

  it('that are stored at once leave nothing behind', async () => {
    const { bridge } = fakeBridge(nothingYet)
    const store = await openNew(bridge)
    store.change({ kind: 'retitle', title: 'Quay' })
    const onUnsaved = vi.fn(() => ({ isBack: () => undefined }))
    await leaveComposer(store, { ...post, onUnsaved })
    expect([keptComposer(post), onUnsaved.mock.calls.length]).toEqual([null, 0])
  })
})

describe('a picture chosen for a post', () => {
  const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1])], 'quay.png')
  const stored = { ok: true, value: { id: postId, kind: 'image', mime: 'image/png', fileName: 'quay.png' } }
  const noted = (): readonly string[] => unfinishedStore.getState().files.map(({ name }) => name)

  it('stays noted until the draft is saved with it, without a pause before', async () => {
    let atSave: readonly string[] = []
    const { bridge, saved } = fakeBridge({ ...nothingYet, 'media.add': stored })
    const watched = { ...bridge, request: async (name: string, input: unknown) => {
      if (name === 'posts.saveDraft') atSave = noted()
      return (bridge.request as (name: string, input: unknown) => unknown)(name, input)
    } } as unknown as StudioBridge
    const store = await openNew(watched)
    expect(await store.addFiles([picture])).toEqual([])
    expect(saved.map(({ media }) => media.length)).toEqual([1])
    expect(atSave).toEqual(['quay.png'])
    expect(noted()).toEqual([])
  })

  it('stays noted while the draft cannot be saved', async () => {
    let works = false
    const { bridge } = fakeBridge({ ...nothingYet, 'media.add': stored })
    const failing = { ...bridge, request: async (name: string, input: unknown) => (name === 'posts.saveDraft' && !works ? { ok: false, error: { code: 'disk_full', message: '', retryable: true } } : (bridge.request as (name: string, input: unknown) => unknown)(name, input)) } as unknown as StudioBridge
    const store = await openNew(failing)
    await store.addFiles([picture])
    expect(noted()).toEqual(['quay.png'])
    works = true
    await store.retrySave()
    expect(noted()).toEqual([])
  })
})
