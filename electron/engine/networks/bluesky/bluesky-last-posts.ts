import { z } from 'zod'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { mapValue } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { postCollection, postPage } from './bluesky-mapping.ts'

const recordsSchema = z.object({ records: z.array(z.object({ uri: z.string(), value: z.unknown() })) })
/** What other programs wrote there may be no post at all. */
const valueSchema = z.object({ text: z.string().catch(''), createdAt: z.string().catch('') }).catch({ text: '', createdAt: '' })

/** The newest records of posts on the account's own server, answers among them. */
export async function listLastPosts({ xrpc, server, did }: BlueskyContext): Promise<NetworkResult<readonly LastPost[]>> {
  const listed = await xrpc.query(server, 'com.atproto.repo.listRecords', { repo: did, collection: postCollection, limit: lastOnes }, recordsSchema)
  return mapValue(listed, ({ records }) =>
    records.map(({ uri, value }) => {
      const { text, createdAt } = valueSchema.parse(value)
      return { remoteId: uri, url: postPage(uri), text, publishedAt: instantOf(Date.parse(createdAt)) }
    })
  )
}
