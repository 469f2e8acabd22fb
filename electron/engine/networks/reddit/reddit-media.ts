import { studioError } from '../../../../shared/errors/studio-error.ts'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { RedditApi } from './reddit-api.ts'
import { leaseSchema } from './reddit-schemas.ts'

/** Hands over a picture, which nobody sees before a post takes it; its address there. Documented by what Reddit's own page does: https://praw.readthedocs.io (read on 2026-11-21). */
export async function uploadRedditPicture(api: RedditApi, serverUrl: string, item: MediaToSend): Promise<NetworkResult<string>> {
  const leased = aboutFile(await api.prepare('/api/media/asset.json', { filepath: item.fileName, mimetype: item.mediaType }, leaseSchema), item)
  if (!leased.ok) return leased
  const { action, fields } = leased.value.args
  const place = action.startsWith('//') ? `https:${action}` : action
  const key = fields.find(({ name }) => name === 'key')?.value
  if (key === undefined || !isStore(place, serverUrl)) return failed('bug', studioError('unexpected_answer', 'the place for pictures is none of Reddit’s'))
  const form = new FormData()
  for (const { name, value } of fields) form.append(name, value)
  // A copy, for the types: what is read may be part of a larger buffer.
  form.append('file', new Blob([new Uint8Array(await item.read())], { type: item.mediaType }), item.fileName)
  const sent = aboutFile(await api.upload(place, form), item)
  return sent.ok ? done(`${place.replace(/\/$/, '')}/${key}`) : sent
}

/** What a client gives for publication goes nowhere else, whatever the answer says. */
function isStore(address: string, serverUrl: string): boolean {
  if (!URL.canParse(address)) return false
  const { origin, protocol, hostname } = new URL(address)
  return origin === new URL(serverUrl).origin || (protocol === 'https:' && /^reddit-[a-z-]+\.s3[a-z0-9.-]*\.amazonaws\.com$/.test(hostname))
}
