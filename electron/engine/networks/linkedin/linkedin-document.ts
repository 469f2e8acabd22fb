import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { misunderstood } from '../api-call.ts'
import { handOverFilm, type FilmPlace, type FilmState } from '../hand-over-film.ts'
import type { Draft } from '../network-draft.ts'
import { documentType, type MediaToSend } from '../network-media.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { LinkedinApi } from './linkedin-api.ts'
import { isOfLinkedin } from './linkedin-media.ts'
import { documentUrn, encodeUrn } from './linkedin-urn.ts'

const preparedSchema = z.looseObject({ value: z.looseObject({ uploadUrl: z.string(), document: z.string().regex(documentUrn) }) })
const documentSchema = z.looseObject({ status: z.string() })

/**
 * Pages that are leafed through, with the title that LinkedIn writes above them: https://learn.microsoft.com/linkedin/marketing/community-management/shares/documents-api (read on 2026-11-23).
 * LinkedIn reads the file before a post can hold it.
 */
export async function documentFor(api: LinkedinApi, place: FilmPlace, serverUrl: string, { media, title }: Pick<Draft, 'media' | 'title'>): Promise<NetworkResult<object>> {
  const [file, ...others] = media
  if (file?.mediaType !== documentType || others.length > 0) return failed('rejected', studioError('rejected', 'a document on LinkedIn is one file and nothing beside it'))
  if (title.trim() === '') return failed('rejected', studioError('rejected', 'a document on LinkedIn has a title'))
  const handed = await handOverFilm(place, file, { upload: (document) => upload(api, serverUrl, document), look: (urn) => look(api, urn) })
  return mapValue(handed, (id) => ({ media: { id, title: title.trim() } }))
}

async function upload(api: LinkedinApi, serverUrl: string, file: MediaToSend): Promise<NetworkResult<string>> {
  // Made before anything is asked of LinkedIn: it may take a while, and the address that is given does not last.
  const bytes = await file.read()
  const prepared = await api.prepare('/rest/documents', { initializeUploadRequest: { owner: api.author } }, preparedSchema)
  if (!prepared.ok) return prepared
  const { uploadUrl, document } = prepared.value.value
  // Like pictures, to LinkedIn alone, whatever the answer says.
  if (!isOfLinkedin(uploadUrl, serverUrl)) return misunderstood('none', { method: 'PUT', url: serverUrl, signed: true })
  return mapValue(await api.put(uploadUrl, bytes), () => document)
}

async function look(api: LinkedinApi, urn: string): Promise<NetworkResult<FilmState>> {
  const read = await api.get(`/rest/documents/${encodeUrn(urn)}`, {}, documentSchema)
  if (!read.ok) return read
  const { status } = read.value
  if (status === 'PROCESSING_FAILED') return done({ kind: 'failed', reason: '' })
  return done({ kind: status === 'AVAILABLE' ? 'ready' : 'working' })
}
