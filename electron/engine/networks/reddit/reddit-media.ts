import { studioError } from '../../../../shared/errors/studio-error.ts'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { formWithFiles } from '../streamed-form.ts'
import type { RedditApi } from './reddit-api.ts'
import { leaseSchema } from './reddit-schemas.ts'

/** `url`: by which a post takes a picture or a film alone. `assetId`: by which a gallery takes it. */
export interface RedditFile {
  readonly url: string
  readonly assetId: string | null
}

/**
 * Hands over a picture or a film, which nobody sees before a post takes it. Documented by what Reddit’s own page does: https://praw.readthedocs.io (read on 2026-11-21; films and
 * galleries: https://github.com/praw-dev/praw/blob/v8.0.0/praw/models/media.py, read on 2026-11-23).
 */
export async function uploadToReddit(api: RedditApi, { account, onUploaded }: Pick<AccountSession, 'account' | 'onUploaded'>, item: MediaToSend): Promise<NetworkResult<RedditFile>> {
  const leased = aboutFile(await api.prepare('/api/media/asset.json', { filepath: item.fileName, mimetype: item.mediaType }, leaseSchema), item)
  if (!leased.ok) return leased
  const { args: { action, fields }, asset } = leased.value
  const place = action.startsWith('//') ? `https:${action}` : action
  const key = fields.find(({ name }) => name === 'key')?.value
  if (key === undefined || !isStore(place, account.serverUrl)) return failed('bug', studioError('unexpected_answer', 'the place for files is none of Reddit’s'))
  const form = await formWithFiles(Object.fromEntries(fields.map(({ name, value }) => [name, value])), [{ name: 'file', file: item }], onUploaded)
  const sent = aboutFile(await api.upload(place, form), item)
  return sent.ok ? done({ url: `${place.replace(/\/$/, '')}/${key}`, assetId: asset?.asset_id ?? null }) : sent
}

/** What a client gives for publication goes nowhere else, whatever the answer says. */
function isStore(address: string, serverUrl: string): boolean {
  if (!URL.canParse(address)) return false
  const { origin, protocol, hostname } = new URL(address)
  return origin === new URL(serverUrl).origin || (protocol === 'https:' && /^reddit-[a-z-]+\.s3[a-z0-9.-]*\.amazonaws\.com$/.test(hostname))
}
