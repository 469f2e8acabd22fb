import { z } from 'zod'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import { misunderstood } from '../api-call.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { LinkedinApi } from './linkedin-api.ts'
import { imageUrn } from './linkedin-urn.ts'

const preparedSchema = z.looseObject({ value: z.looseObject({ uploadUrl: z.string(), image: z.string().regex(imageUrn) }) })

/** Hands over the pictures, which nobody sees before a post takes them: https://learn.microsoft.com/linkedin/marketing/community-management/shares/images-api (read on 2026-11-21). */
export async function uploadLinkedinImages(api: LinkedinApi, serverUrl: string, media: readonly MediaToSend[]): Promise<NetworkResult<readonly string[]>> {
  const ids: string[] = []
  for (const item of media) {
    const uploaded = aboutFile(await uploadOne(api, serverUrl, () => item.read()), item)
    if (!uploaded.ok) return uploaded
    ids.push(uploaded.value)
  }
  return done(ids)
}

/** The picture of a link's card, in the same way. What LinkedIn does not want, or answers in another shape, is left out: no post waits for a picture of a card. */
export async function uploadLinkedinThumbnail(api: LinkedinApi, serverUrl: string, picture: Uint8Array): Promise<NetworkResult<string | null>> {
  const uploaded = await uploadOne(api, serverUrl, async () => picture)
  if (uploaded.ok) return uploaded
  return uploaded.failure.kind === 'rejected' || uploaded.failure.kind === 'bug' ? done(null) : uploaded
}

async function uploadOne(api: LinkedinApi, serverUrl: string, read: () => Promise<Uint8Array>): Promise<NetworkResult<string>> {
  const prepared = await api.prepare('/rest/images', { initializeUploadRequest: { owner: api.author } }, preparedSchema)
  if (!prepared.ok) return prepared
  const { uploadUrl, image } = prepared.value.value
  // The access goes with the file: to LinkedIn alone, whatever the answer says.
  if (!isOfLinkedin(uploadUrl, serverUrl)) return misunderstood('none', { method: 'PUT', url: serverUrl, signed: true })
  const put = await api.put(uploadUrl, await read())
  return put.ok ? done(image) : put
}

export function isOfLinkedin(address: string, serverUrl: string): boolean {
  if (!URL.canParse(address)) return false
  const { origin, protocol, hostname } = new URL(address)
  return origin === new URL(serverUrl).origin || (protocol === 'https:' && /(^|\.)linkedin\.com$/.test(hostname))
}
