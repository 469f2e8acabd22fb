import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Result } from '../../shared/contract/result.ts'
import type { StudioError } from '../../shared/errors/studio-error.ts'

export interface Page<Row, Cursor> {
  readonly rows: readonly Row[]
  /** Where the next page begins; null at the end. */
  readonly next: Cursor | null
}

export interface PagedListState<Choice, Row, Cursor> {
  /** What the list shows: view, filter, source. */
  readonly choice: Choice
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly error: StudioError | null
  readonly rows: readonly Row[]
  readonly next: Cursor | null
}

export interface PagedListStore<Choice, Row, Cursor> {
  readonly state: StoreApi<PagedListState<Choice, Row, Cursor>>
  /** Asks again for as much as is shown. */
  load(): Promise<void>
  loadMore(): Promise<void>
  /** Shows something else, from its beginning. */
  choose(choice: Choice): void
  /** Changes rows that are shown at once, ahead of what the engine says. */
  change(edit: (row: Row) => Row): void
  dispose(): void
}

export interface PagedListOptions<Choice, Row, Cursor> {
  readonly initialChoice: Choice
  readonly ask: (choice: Choice, before: Cursor | null, limit: number) => Promise<Result<Page<Row, Cursor>>>
  /** Tells of changes elsewhere; gives the function that ends it. */
  readonly onChange: (listener: () => void) => () => void
  /** True while the rows shown have to stay as they are, whatever changes elsewhere. */
  readonly holdsStill?: (choice: Choice) => boolean
}

const pageLength = 60
const longestPage = 200
/** A change renews so many rows at most; further down, the list is loaded again as it is scrolled. */
const mostRenewed = 2_000

/** A long list, page by page. A change elsewhere asks again for as much as is shown, so that the place in the list stays. Late answers are dropped. */
export function createPagedListStore<Choice, Row, Cursor>({ initialChoice, ask, onChange, holdsStill }: PagedListOptions<Choice, Row, Cursor>): PagedListStore<Choice, Row, Cursor> {
  const state = createStore<PagedListState<Choice, Row, Cursor>>(() => ({ choice: initialChoice, phase: 'loading', error: null, rows: [], next: null }))
  let turn = 0
  let isLoadingMore = false

  async function load(): Promise<void> {
    const mine = ++turn
    isLoadingMore = false
    const { choice, rows: shown } = state.getState()
    const answer = await askForRows(choice, Math.min(mostRenewed, Math.max(pageLength, shown.length)), () => mine === turn)
    if (mine !== turn) return
    if (answer.ok) state.setState({ phase: 'ready', error: null, ...answer.value })
    else state.setState({ phase: 'failed', error: answer.error })
  }

  /** As many pages as it takes for so many rows. */
  async function askForRows(choice: Choice, wanted: number, isWanted: () => boolean): Promise<Result<Page<Row, Cursor>>> {
    let page: Page<Row, Cursor> = { rows: [], next: null }
    do {
      const answer = await ask(choice, page.next, Math.min(longestPage, wanted - page.rows.length))
      if (!answer.ok) return answer
      page = { rows: [...page.rows, ...answer.value.rows], next: answer.value.next }
    } while (page.next !== null && page.rows.length < wanted && isWanted())
    return { ok: true, value: page }
  }

  async function loadMore(): Promise<void> {
    const { choice, next } = state.getState()
    if (next === null || isLoadingMore) return
    const mine = turn
    isLoadingMore = true
    const answer = await ask(choice, next, pageLength)
    if (mine !== turn) return
    isLoadingMore = false
    if (answer.ok) state.setState(({ rows }) => ({ rows: [...rows, ...answer.value.rows], next: answer.value.next }))
  }

  const endSubscription = onChange(() => {
    const { choice, rows } = state.getState()
    if (rows.length === 0 || holdsStill?.(choice) !== true) void load()
  })

  return {
    state,
    load,
    loadMore,
    choose(choice) {
      state.setState({ choice, phase: 'loading', error: null, rows: [], next: null })
      void load()
    },
    change: (edit) => state.setState(({ rows }) => ({ rows: rows.map(edit) })),
    dispose() {
      turn += 1
      endSubscription()
    }
  }
}
