import { z } from 'zod'
import type { StreamedBody } from '../../http/http-client.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Published } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import { readBeforeWriting } from '../network-edit.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { DiscordApi } from './discord-api.ts'
import { checkTagsThere } from './discord-channel.ts'
import { statusOf } from './discord-failures.ts'
import { publishedAs, type DiscordPlace, type MessageName } from './discord-place.ts'
import { messageSchema, threadSchema } from './discord-schemas.ts'

const madeSchema = threadSchema.extend({ message: z.looseObject({ id: threadSchema.shape.id }).nullish() })

type Body = object | FormData | StreamedBody

/**
 * A post of a forum is a thread with its first message: https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel and /webhook#execute-webhook
 * (read on 2026-11-23). It bears no nonce, so what may have arrived is looked for. `formOf` lays the files beside it.
 */
export async function postInForum({ api, as }: Pick<DiscordPlace, 'api' | 'as'>, draft: Pick<Draft, 'title' | 'beside'>, message: object, formOf: (body: object) => Body | Promise<Body>): Promise<NetworkResult<Published>> {
  const title = draft.title.trim()
  if (title === '') return failed('rejected', studioError('rejected', 'a post in a forum has a title', { details: { reason: 'discord_forum' } }))
  if (as.kind === 'webhook') {
    const chosen = (draft.beside?.categories ?? []).map(({ id }) => id)
    const body = { ...message, thread_name: title, ...(chosen.length === 0 ? {} : { applied_tags: chosen }) }
    return mapValue(await api.post(`/webhooks/${as.webhookId}/${as.token}?wait=true`, await formOf(body), messageSchema), ({ id, channel_id: threadId }) => publishedAs(as, { threadId: threadId ?? id, messageId: id }))
  }
  const tags = await checkTagsThere(api, as.channelId, draft.beside?.categories ?? [])
  if (!tags.ok) return readBeforeWriting(tags)
  const body = { name: title, message, ...(tags.value.length === 0 ? {} : { applied_tags: tags.value }) }
  // The first message has the number of its thread.
  return mapValue(await api.post(`/channels/${as.channelId}/threads`, await formOf(body), madeSchema), ({ id, message: first }) => publishedAs(as, { threadId: id, messageId: first?.id ?? id }))
}

export function isPostOfForum(name: MessageName): name is MessageName & { readonly threadId: string } {
  return name.threadId === name.messageId
}

/** With all that is answered below it. It takes the right to manage threads, also of what the bot posted itself: https://docs.discord.com/developers/topics/threads#editing-deleting-threads (read on 2026-11-23). */
export async function deletePost(api: DiscordApi, threadId: string): Promise<NetworkResult<null>> {
  const ended = await api.order('DELETE', `/channels/${threadId}`)
  if (ended.ok || ended.failure.kind !== 'rejected' || statusOf(ended.failure) !== 403) return ended.ok ? done(null) : ended
  return failed('rejected', studioError('rejected', ended.failure.error.message, { details: { status: 403, reason: 'discord_threads_right' } }))
}
