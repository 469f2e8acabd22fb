import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { handOverFilm, type FilmPlace, type FilmState } from '../hand-over-film.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { failed, mapValue } from '../network-results.ts'
import { streamedForm } from '../streamed-form.ts'
import type { PinterestApi } from './pinterest-api.ts'
import { pinterestId } from './pinterest-schemas.ts'

const registeredSchema = z.looseObject({ media_id: pinterestId, upload_url: z.string(), upload_parameters: z.record(z.string(), z.string()) })
const mediaSchema = z.looseObject({ status: z.string() })

type Session = Pick<AccountSession, 'onUploaded' | 'account'>

/**
 * Registers a video, sends it to the store that Pinterest names, and waits until a pin can take it:
 * https://developers.pinterest.com/docs/work-with-organic-content-and-users/create-boards-and-pins/#creating-video-pins (read on 2026-11-22).
 */
export function uploadPinterestVideo(api: PinterestApi, place: FilmPlace, session: Session, file: MediaToSend): Promise<NetworkResult<string>> {
  return handOverFilm(place, file, { upload: (film) => upload(api, session, film), look: (id) => look(api, id) })
}

async function upload(api: PinterestApi, { account, onUploaded }: Session, file: MediaToSend): Promise<NetworkResult<string>> {
  const registered = await api.prepare('/media', { media_type: 'video' }, registeredSchema)
  if (!registered.ok) return registered
  const { media_id: id, upload_url: place, upload_parameters: fields } = registered.value
  if (!isStore(place, account.serverUrl)) return failed('bug', studioError('unexpected_answer', 'the place for videos is none of Pinterest’s'))
  return mapValue(await api.store(place, streamedForm(fields, [{ name: 'file', file }], onUploaded)), () => id)
}

async function look(api: PinterestApi, id: string): Promise<NetworkResult<FilmState>> {
  return mapValue(await api.get(`/media/${id}`, {}, mediaSchema), ({ status }) => (status === 'failed' ? { kind: 'failed', reason: '' } : { kind: status === 'succeeded' ? 'ready' : 'working' }))
}

/** What a client gives for publication goes nowhere else, whatever the answer says. */
function isStore(address: string, serverUrl: string): boolean {
  if (!URL.canParse(address)) return false
  const { origin, protocol, hostname } = new URL(address)
  return origin === new URL(serverUrl).origin || (protocol === 'https:' && /^pinterest-[a-z-]+\.s3[a-z0-9.-]*\.amazonaws\.com$/.test(hostname))
}
