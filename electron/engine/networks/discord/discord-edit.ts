import { documentToMarkdown } from '../../../../shared/text/document-to-markdown.ts'
import { formOfMarkdown } from '../markdown-form.ts'
import type { EditTarget } from '../network-edit.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ReadBack } from '../network-reading.ts'
import { done, isNotThere, mapValue } from '../network-results.ts'
import type { DiscordOptions } from './discord-options.ts'
import { openDiscord, readRemoteId, type DiscordPlace } from './discord-place.ts'
import { plainMessage } from './discord-schemas.ts'

/**
 * https://docs.discord.com/developers/resources/message#edit-message and /webhook#edit-webhook-message (read on 2026-11-22): what is not named stays, the files too. Nobody but who wrote a message
 * can change it. As with a new one, nobody is called by a slip.
 */
export async function editMessage({ api, message }: DiscordPlace, { remoteId, document }: Pick<EditTarget, 'remoteId' | 'document'>): Promise<NetworkResult<null>> {
  const name = readRemoteId(remoteId)
  if (!name.ok) return name
  return mapValue(await api.patch(message(name.value), { content: documentToMarkdown(document), allowed_mentions: { parse: [] } }, plainMessage), () => null)
}

/** A webhook, too, may read what it wrote itself. A poll's question is told apart from the words, so such a message is not compared. */
export function createDiscordReadBack(options: DiscordOptions): ReadBack {
  return async (session, remoteId, { document }) => {
    const place = openDiscord(options, session)
    if (!place.ok) return place
    const name = readRemoteId(remoteId)
    if (!name.ok) return name
    const read = await place.value.api.get(place.value.message(name.value), plainMessage)
    if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
    const { content, attachments, poll } = read.value
    const asked = poll === null || poll === undefined ? { textAsSent: documentToMarkdown(document), form: formOfMarkdown(content, document) } : { textAsSent: content }
    return done({ text: content, ...asked, media: (attachments ?? []).map(() => ({ kind: 'other' as const })) })
  }
}
