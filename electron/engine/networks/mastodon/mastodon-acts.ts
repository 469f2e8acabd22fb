import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { ReportReason } from '../../../../shared/inbox/report.ts'
import type { ActTarget } from '../network-publisher.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { MastodonApi } from './mastodon-api.ts'
import { detachOnMastodon } from './mastodon-quoted-by.ts'

const authorSchema = z.object({ account: z.object({ id: z.string() }) })

/** A violation names the server's own rules, which nobody here has read. */
const categories: Readonly<Record<ReportReason, 'spam' | 'legal' | 'other'>> = { spam: 'spam', rude: 'other', illegal: 'legal', other: 'other' }

/** https://docs.joinmastodon.org/methods/statuses/, /methods/accounts/ and /methods/reports/ (read on 2026-11-21). */
export async function actOnMastodon(api: MastodonApi, { act, remoteId, report }: ActTarget): Promise<NetworkResult<null>> {
  const status = `/api/v1/statuses/${encodeURIComponent(remoteId)}`
  switch (act) {
    case 'repost':
      return order(api, `${status}/reblog`)
    case 'unrepost':
      return orGone(await order(api, `${status}/unreblog`))
    case 'delete':
      return orGone(await api.delete(status))
    case 'mute':
    case 'unmute':
    case 'block':
    case 'unblock':
      return withAuthor(api, status, (authorId) => order(api, `/api/v1/accounts/${encodeURIComponent(authorId)}/${act}`))
    case 'report':
      return withAuthor(api, status, (authorId) => order(api, '/api/v1/reports', { account_id: authorId, status_ids: [remoteId], ...(report === undefined ? {} : { category: categories[report.reason], comment: report.comment }) }))
    case 'detach':
      return detachOnMastodon(api, remoteId)
    case 'undetach':
      return failed('rejected', studioError('rejected', 'Mastodon has no way to put a post back into a quote'))
    case 'hide':
    case 'unhide':
      return failed('rejected', studioError('rejected', 'Mastodon has no way to hide an answer'))
    case 'ban':
    case 'unban':
      return failed('rejected', studioError('rejected', 'Mastodon knows blocks alone'))
    case 'lock':
    case 'unlock':
      return failed('rejected', studioError('rejected', 'Mastodon has no way to close a thread'))
  }
}

async function order(api: MastodonApi, path: string, body: object = {}): Promise<NetworkResult<null>> {
  return mapValue(await api.post(path, body, z.unknown(), { effect: 'visible' }), () => null)
}

async function withAuthor(api: MastodonApi, status: string, call: (authorId: string) => Promise<NetworkResult<null>>): Promise<NetworkResult<null>> {
  const found = await api.get(status, {}, authorSchema)
  return found.ok ? call(found.value.account.id) : found
}

/** What is not there any more has been taken away already, by the first of two calls or by somebody. */
function orGone(result: NetworkResult<null>): NetworkResult<null> {
  const status = result.ok ? null : result.failure.error.details?.['status']
  return status === 404 || status === 410 ? done(null) : result
}
