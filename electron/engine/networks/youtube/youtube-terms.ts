import { z } from 'zod'
import { youtubeCapabilities } from '../../../../shared/networks/youtube-capabilities.ts'
import { mostPlaylists, type NamedThere, type TermsOffer } from '../../../../shared/posts/post-terms.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { YoutubeApi } from './youtube-api.ts'
import { isNotFound } from './youtube-failures.ts'
import { channelSchema, listSchema, playlistId, type YoutubeList } from './youtube-schemas.ts'
import { readEach } from '../read-each.ts'

const pageSize = 50
/** Where a channel names no country, or one for which YouTube has no pages of its own: what YouTube itself takes. */
const usualRegion = 'US'

const categorySchema = z.looseObject({ id: z.string().regex(/^\d{1,6}$/), snippet: z.looseObject({ title: z.string().catch(''), assignable: z.boolean().catch(false) }) })
const playlistSchema = z.looseObject({ id: playlistId, snippet: z.looseObject({ title: z.string().catch('') }) })

/** What a channel may choose from for a film: the categories of its country that videos are given, and its own playlists. */
export async function readYoutubeTerms(api: YoutubeApi, { account }: Pick<AccountSession, 'account'>): Promise<NetworkResult<TermsOffer>> {
  const listed = await api.get('/youtube/v3/channels', { part: ['snippet'], id: account.remoteId, maxResults: 1 }, listSchema)
  if (!listed.ok) return listed
  const snippet = readEach(listed.value.items, channelSchema)[0]?.snippet
  const categories = await readCategoriesOf(api, snippet?.country ?? usualRegion)
  if (!categories.ok) return categories
  const playlists = await readPlaylists(api)
  if (!playlists.ok) return playlists
  return done({ nickname: (snippet?.title ?? account.handle).slice(0, 200), audiences: [...(youtubeCapabilities.terms?.audiences.value ?? [])], closed: [], longestFilmMs: null, film: { categories: [...categories.value], playlists: [...playlists.value] } })
}

async function readCategoriesOf(api: YoutubeApi, country: string): Promise<NetworkResult<readonly NamedThere[]>> {
  const own = await readCategories(api, country)
  return !own.ok && own.failure.kind === 'rejected' && country !== usualRegion ? readCategories(api, usualRegion) : own
}

/** https://developers.google.com/youtube/v3/docs/videoCategories/list (read on 2026-11-23). */
async function readCategories(api: YoutubeApi, regionCode: string): Promise<NetworkResult<readonly NamedThere[]>> {
  const listed = await api.get('/youtube/v3/videoCategories', { part: ['snippet'], regionCode }, listSchema)
  if (!listed.ok) return listed
  const given = readEach(listed.value.items, categorySchema).filter(({ snippet }) => snippet.assignable)
  return done(given.slice(0, 100).map(({ id, snippet }) => ({ id, name: named(snippet.title, id) })))
}

/** https://developers.google.com/youtube/v3/docs/playlists/list (read on 2026-11-23). A channel that has none may be told that it is not found. */
async function readPlaylists(api: YoutubeApi): Promise<NetworkResult<readonly NamedThere[]>> {
  const found: NamedThere[] = []
  let pageToken: string | null = null
  while (found.length < mostPlaylists) {
    const listed: NetworkResult<YoutubeList> = await api.get('/youtube/v3/playlists', { part: ['snippet'], mine: true, maxResults: pageSize, pageToken }, listSchema)
    if (!listed.ok) return found.length === 0 && isNotFound(listed.failure) ? done([]) : listed
    const { items, nextPageToken }: YoutubeList = listed.value
    found.push(...readEach(items, playlistSchema).map(({ id, snippet }) => ({ id, name: named(snippet.title, id) })))
    // A page that brings nothing and names another one would never end.
    if (nextPageToken === undefined || items.length === 0) break
    pageToken = nextPageToken
  }
  return done(found.slice(0, mostPlaylists))
}

function named(title: string, id: string): string {
  return (title.trim() === '' ? id : title.trim()).slice(0, 200)
}
