import { documentToMarkdown } from '../../../../shared/text/document-to-markdown.ts'
import { plainWords } from '../../../../shared/text/plain-words.ts'
import { formOfMarkdown } from '../markdown-form.ts'
import { readBeforeWriting, type EditTarget } from '../network-edit.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ReadBack } from '../network-reading.ts'
import { done, isNotThere, mapValue } from '../network-results.ts'
import type { DiscordOptions } from './discord-options.ts'
import { isPostOfForum } from './discord-forum.ts'
import { openDiscord, readRemoteId, type DiscordPlace, type MessageName } from './discord-place.ts'
import { plainMessage, threadSchema } from './discord-schemas.ts'

/**
 * https://docs.discord.com/developers/resources/message#edit-message and /webhook#edit-webhook-message (read on 2026-11-22): what is not named stays, the files too. Nobody but who wrote a message
 * can change it. As with a new one, nobody is called by a slip. The title of a forum's post is the name of its thread, which the bot that began it may change (`name` of `update_channel` in
 * https://github.com/discord/discord-api-spec/blob/74fda0f/specs/openapi.json, read on 2026-11-23): after the words, and only what is to be another.
 */
export async function editMessage(place: DiscordPlace, { remoteId, title, document }: Pick<EditTarget, 'remoteId' | 'title' | 'document'>): Promise<NetworkResult<null>> {
  const name = readRemoteId(remoteId)
  if (!name.ok) return name
  const content = documentToMarkdown(document)
  const there = await readTitle(place, name.value)
  if (!there.ok) return readBeforeWriting(there)
  const isRenamed = there.value !== null && title.trim() !== '' && !isSameTitle(there.value, title)
  if (!isRenamed) return writeWords(place, name.value, content)
  const words = await place.api.get(place.message(name.value), plainMessage)
  if (!words.ok) return readBeforeWriting(words)
  const written = words.value.content === content ? done(null) : await writeWords(place, name.value, content)
  return written.ok ? place.api.rename(`/channels/${String(name.value.threadId)}`, title.trim()) : written
}

async function writeWords({ api, message }: DiscordPlace, name: MessageName, content: string): Promise<NetworkResult<null>> {
  return mapValue(await api.patch(message(name), { content, allowed_mentions: { parse: [] } }, plainMessage), () => null)
}

/** null: it has none, or none that a webhook is told. */
async function readTitle({ api, as }: DiscordPlace, name: MessageName): Promise<NetworkResult<string | null>> {
  if (as.kind === 'webhook' || !isPostOfForum(name)) return done(null)
  return mapValue(await api.get(`/channels/${name.threadId}`, threadSchema), (thread) => thread.name)
}

/** Discord takes out what nobody sees. */
function isSameTitle(one: string, other: string): boolean {
  return plainWords(one) === plainWords(other)
}

/** A webhook, too, may read what it wrote itself. A poll's question is told apart from the words, so such a message is not compared. */
export function createDiscordReadBack(options: DiscordOptions): ReadBack {
  return async (session, remoteId, { title: sentTitle, document }) => {
    const place = openDiscord(options, session)
    if (!place.ok) return place
    const name = readRemoteId(remoteId)
    if (!name.ok) return name
    const read = await place.value.api.get(place.value.message(name.value), plainMessage)
    if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
    const title = await readTitle(place.value, name.value)
    if (!title.ok) return isNotThere(title.failure) ? done('gone') : title
    const titled = title.value === null ? {} : { title: isSameTitle(title.value, sentTitle) ? sentTitle : title.value }
    const { content, attachments, poll } = read.value
    const asked = poll === null || poll === undefined ? { textAsSent: documentToMarkdown(document), form: formOfMarkdown(content, document) } : { textAsSent: content }
    return done({ ...titled, text: content, ...asked, media: (attachments ?? []).map(() => ({ kind: 'other' as const })) })
  }
}
