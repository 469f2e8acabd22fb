import { describe, expect, it } from 'vitest'
import { createPagedListStore, type Page } from '../../../renderer/bridge/paged-list-store.ts'
import { placeForKey } from '../../../renderer/components/place-for-key.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'

interface Row {
  readonly id: number
  readonly isRead: boolean
}

/** An engine with so many rows, which counts what it is asked; `hold` keeps answers back until `release`. */
function rowsOf(count: number) {
  const asked: { choice: string; before: number | null; limit: number }[] = []
  const held: (() => void)[] = []
  const listeners = new Set<() => void>()
  const engine = {
    asked,
    count,
    fails: false,
    hold: false,
    release: () => held.splice(0).forEach((answer) => answer()),
    tell: () => listeners.forEach((listener) => listener()),
    listeners,
    async ask(choice: string, before: number | null, limit: number): Promise<Result<Page<Row, number>>> {
      asked.push({ choice, before, limit })
      if (engine.hold) await new Promise<void>((resolve) => held.push(resolve))
      if (engine.fails) return fail(studioError('engine_stopped', 'said by the test'))
      const from = before ?? 0
      const rows = Array.from({ length: Math.min(limit, engine.count - from) }, (_, index) => ({ id: from + index, isRead: false }))
      return succeed({ rows, next: from + limit < engine.count ? from + limit : null })
    },
    onChange(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
  return engine
}

const start = (engine: ReturnType<typeof rowsOf>, holdsStill?: (choice: string) => boolean) =>
  createPagedListStore<string, Row, number>({ initialChoice: 'all', ask: engine.ask, onChange: engine.onChange, ...(holdsStill ? { holdsStill } : {}) })
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

describe('a paged list', () => {
  it('shows a page, then the next ones, each once, until the end', async () => {
    const engine = rowsOf(130)
    const store = start(engine)
    await store.load()
    expect(store.state.getState()).toMatchObject({ phase: 'ready', next: 60 })
    await Promise.all([store.loadMore(), store.loadMore()])
    expect(store.state.getState().rows).toHaveLength(120)
    await store.loadMore()
    await store.loadMore()
    expect(store.state.getState().rows.map((row) => row.id)).toEqual(Array.from({ length: 130 }, (_, index) => index))
    expect(engine.asked).toHaveLength(3)
  })

  it('asks again for as much as is shown when something changes, so that the place stays', async () => {
    const engine = rowsOf(1_000)
    const store = start(engine)
    await store.load()
    for (let page = 0; page < 5; page += 1) await store.loadMore()
    engine.asked.length = 0
    engine.tell()
    await settle()
    expect(engine.asked.map(({ before, limit }) => [before, limit])).toEqual([[null, 200], [200, 160]])
    expect(store.state.getState().rows).toHaveLength(360)
  })

  it('drops answers to an earlier question', async () => {
    const engine = rowsOf(10)
    const store = start(engine)
    engine.hold = true
    void store.load()
    store.choose('unread')
    engine.count = 3
    engine.release()
    await settle()
    expect(store.state.getState()).toMatchObject({ choice: 'unread', phase: 'ready' })
    expect(store.state.getState().rows).toHaveLength(3)
  })

  it('goes on with pages after a change came in while one was awaited', async () => {
    const engine = rowsOf(200)
    const store = start(engine)
    await store.load()
    engine.hold = true
    void store.loadMore()
    engine.tell()
    engine.hold = false
    engine.release()
    await settle()
    await store.loadMore()
    expect(store.state.getState().rows).toHaveLength(120)
  })

  it('holds still where the reader must not lose what he reads, unless nothing is shown', async () => {
    const engine = rowsOf(0)
    const store = start(engine, () => true)
    await store.load()
    engine.count = 2
    engine.tell()
    await settle()
    expect(store.state.getState().rows).toHaveLength(2)
    engine.count = 5
    engine.tell()
    await settle()
    expect(store.state.getState().rows).toHaveLength(2)
    store.change((row) => ({ ...row, isRead: row.id === 1 }))
    expect(store.state.getState().rows.map((row) => row.isRead)).toEqual([false, true])
  })

  it('says what failed, and recovers', async () => {
    const engine = rowsOf(5)
    const store = start(engine)
    engine.fails = true
    await store.load()
    expect(store.state.getState()).toMatchObject({ phase: 'failed', error: { code: 'engine_stopped' } })
    engine.fails = false
    await store.load()
    expect(store.state.getState()).toMatchObject({ phase: 'ready', error: null })
    store.dispose()
    expect(engine.listeners.size).toBe(0)
  })
})

describe('placeForKey', () => {
  it.each([
    ['ArrowDown', -1, 0], ['ArrowDown', 29, 29], ['ArrowUp', -1, 0], ['ArrowUp', 7, 6], ['PageDown', 3, 13], ['PageDown', 25, 29], ['PageUp', 3, 0], ['Home', 12, 0], ['End', 12, 29], ['a', 12, null]
  ])('%s from %i leads to %j of thirty', (key, from, place) => {
    expect(placeForKey(key, from, 30)).toBe(place)
  })
})
