import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { CategoriesThere, Category, CategoryThere } from '../../../../shared/posts/categories.ts'
import type { ReadCategories } from '../network-reading.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { openWordpressApi, type WordpressApi } from './wordpress-api.ts'
import type { WordpressOptions } from './wordpress-options.ts'
import type { WordpressPost } from './wordpress-schemas.ts'
import { nameOfTerm } from './wordpress-tags.ts'

const categorySchema = z.looseObject({ id: z.number(), name: z.string(), parent: z.number().optional() })
/** The most that a site gives at once. */
const pageSize = 100
/** Of a site with more of them than a person looks through. */
const mostPages = 20

/** All that the site has, used or not: https://developer.wordpress.org/rest-api/reference/categories/ (read on 2026-11-23). */
export function createWordpressCategories(options: WordpressOptions): ReadCategories {
  return async (session) => {
    const api = openWordpressApi(options, session)
    return api.ok ? readAll(api.value) : api
  }
}

async function readAll(api: WordpressApi): Promise<NetworkResult<CategoriesThere>> {
  const found = new Map<string, CategoryThere>()
  for (let page = 1; page <= mostPages; page += 1) {
    const read = await api.get('/wp/v2/categories', { per_page: pageSize, page, orderby: 'id', order: 'asc' }, z.array(categorySchema))
    if (!read.ok) return read
    for (const { id, name, parent = 0 } of read.value) found.set(String(id), { id: String(id), name: nameOfTerm(name).slice(0, 300), parentId: parent === 0 ? null : String(parent) })
    if (read.value.length < pageSize) return done({ categories: [...found.values()], isComplete: true })
  }
  return done({ categories: [...found.values()], isComplete: false })
}

/**
 * A site leaves out a category that it no longer has, says nothing, and files the post nowhere: so it is asked before anything is written. Null where nobody chose one.
 */
export async function checkCategoriesThere(api: Pick<WordpressApi, 'get'>, chosen: readonly Category[]): Promise<NetworkResult<readonly number[] | null>> {
  if (chosen.length === 0) return done(null)
  const read = await api.get('/wp/v2/categories', { include: chosen.map(({ id }) => id).join(','), per_page: pageSize }, z.array(categorySchema))
  if (!read.ok) return read
  const there = new Set(read.value.map(({ id }) => String(id)))
  const gone = chosen.find(({ id }) => !there.has(id))
  if (gone !== undefined) return failed('rejected', studioError('rejected', 'the site no longer has the category', { details: { reason: 'category_gone', category: gone.name } }))
  return done(chosen.map(({ id }) => Number(id)))
}

/** Whether the post is filed under all of these. A site that does not tell is believed. */
export function isFiledUnder({ categories }: WordpressPost, wanted: readonly number[] | null): boolean {
  return wanted === null || categories === undefined || wanted.every((id) => categories.includes(id))
}
