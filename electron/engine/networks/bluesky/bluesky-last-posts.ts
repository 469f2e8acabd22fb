import { z } from 'zod'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { postCollection, postPage } from './bluesky-mapping.ts'

const recordsSchema = z.object({ cursor: z.string().optional(), records: z.array(z.object({ uri: z.string(), value: z.unknown() })) })
/** What other programs wrote there may be no post at all. */
const valueSchema = z.object({ text: z.string().catch(''), createdAt: z.string().catch('') }).catch({ text: '', createdAt: '' })

const pageSize = 100
const mostPages = 10
/** Records lie in the order of their keys, which are made of the moment that was meant: one a little older may come before one that is younger. */
const disorderMs = 7 * 24 * 60 * 60_000

/** The newest records of posts on the account's own server, answers among them. */
export async function listLastPosts(context: BlueskyContext): Promise<NetworkResult<readonly LastPost[]>> {
  return mapValue(await readPosts(context, lastOnes, undefined), ({ posts }) => posts)
}

/** All of them since then, as far as a thousand. */
export async function listPostsSince(context: BlueskyContext, since: number): Promise<NetworkResult<{ readonly posts: readonly LastPost[]; readonly isComplete: boolean }>> {
  const found: LastPost[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const read: NetworkResult<PageOfPosts> = await readPosts(context, pageSize, cursor)
    if (!read.ok) return read
    const { posts } = read.value
    found.push(...posts.filter(({ publishedAt }) => publishedAt === null || publishedAt >= since))
    cursor = read.value.cursor
    if (cursor === undefined || posts.length === 0 || posts.some(({ publishedAt }) => publishedAt !== null && publishedAt < since - disorderMs)) return done({ posts: found, isComplete: true })
  }
  return done({ posts: found, isComplete: false })
}

interface PageOfPosts {
  readonly posts: readonly LastPost[]
  readonly cursor: string | undefined
}

async function readPosts({ xrpc, server, did }: BlueskyContext, limit: number, cursor: string | undefined): Promise<NetworkResult<PageOfPosts>> {
  const listed = await xrpc.query(server, 'com.atproto.repo.listRecords', { repo: did, collection: postCollection, limit, ...(cursor === undefined ? {} : { cursor }) }, recordsSchema)
  return mapValue(listed, ({ records, cursor: next }) => ({
    cursor: next,
    posts: records.map(({ uri, value }) => {
      const { text, createdAt } = valueSchema.parse(value)
      return { remoteId: uri, url: postPage(uri), text, publishedAt: instantOf(Date.parse(createdAt)) }
    })
  }))
}
