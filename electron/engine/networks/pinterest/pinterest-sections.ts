import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { CategoriesThere, Category, CategoryThere } from '../../../../shared/posts/categories.ts'
import type { ReadCategories } from '../network-reading.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { asPinterestId, withPinterestApi, type PinterestApi } from './pinterest-api.ts'
import type { PinterestOptions } from './pinterest-options.ts'
import { pinterestListSchema, sectionSchema, type PinterestList } from './pinterest-schemas.ts'
import { readEach } from '../read-each.ts'

const pageSize = 250
/** Of a board with more of them than a person looks through. */
const mostPages = 4

/** All that the board has: https://developers.pinterest.com/docs/api/v5/board_sections-list (read on 2026-11-23). */
export function createPinterestSections(options: PinterestOptions): ReadCategories {
  return async (session) => {
    const board = asPinterestId(session.account.remoteId)
    return board.ok ? withPinterestApi(options, session, (api) => readSections(api, board.value)) : board
  }
}

async function readSections(api: Pick<PinterestApi, 'get'>, boardId: string): Promise<NetworkResult<CategoriesThere>> {
  const categories: CategoryThere[] = []
  let bookmark: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: NetworkResult<PinterestList> = await api.get(`/boards/${boardId}/sections`, { page_size: pageSize, bookmark }, pinterestListSchema)
    if (!page.ok) return page
    const read = readEach(page.value.items, sectionSchema)
    categories.push(...read.map(({ id, name }) => ({ id, name: name.slice(0, 300), parentId: null })))
    // What is not understood must not pass for what is not there.
    if (read.length < page.value.items.length) return done({ categories, isComplete: false })
    bookmark = page.value.bookmark ?? null
    if (bookmark === null) return done({ categories, isComplete: true })
  }
  return done({ categories, isComplete: false })
}

/** The one that was chosen, asked for right before anything is sent: nobody says what becomes of a pin for a section that is gone. Null where nobody chose one. */
export async function checkSectionThere(api: Pick<PinterestApi, 'get'>, boardId: string, [chosen]: readonly Category[]): Promise<NetworkResult<string | null>> {
  if (chosen === undefined) return done(null)
  const id = asPinterestId(chosen.id)
  const there = id.ok ? await readSections(api, boardId) : id
  if (!there.ok) return there
  const isGone = there.value.isComplete && !there.value.categories.some((section) => section.id === chosen.id)
  return isGone ? failed('rejected', studioError('rejected', 'the board no longer has the section', { details: { reason: 'section_gone', category: chosen.name } })) : id
}
