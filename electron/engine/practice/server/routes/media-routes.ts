import { z } from 'zod'
import { sniffMedia, sniffedBytes } from '../../../../../shared/media/sniff-media.ts'
import { practiceCapabilities } from '../../../../../shared/networks/practice-capabilities.ts'
import type { MediaRow } from '../../record/media-record.ts'
import { mediaJson } from '../entities/media-json.ts'
import { anyone, json, member, readParameters, recordNotFound, refuse, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'
import { captionsField } from '../captions-field.ts'
import { uploadedFile } from '../read-parameters.ts'
import { readImageSize } from '../read-image-size.ts'

const rules = practiceCapabilities.images
const maxAltText = rules.maxAltText.value ?? 1500
const unusedLifeMs = 86_400_000

const focus = z.string().regex(/^-?[01](?:\.\d+)?,-?[01](?:\.\d+)?$/)
const uploadInput = z.object({ file: uploadedFile, captions: captionsField.nullish(), description: z.string().nullish(), focus: focus.nullish() })
const changeInput = z.object({ description: z.string().nullish(), focus: focus.nullish() })

/** https://docs.joinmastodon.org/methods/media/ : pictures and films; they are taken at once, so the answer is 200 and never 202. */
export const mediaRoutes: readonly Route[] = [
  { method: 'POST', path: '/api/v2/media', access: member('write:media'), budget: 'media', answer: upload },
  { method: 'POST', path: '/api/v1/media', access: member('write:media'), budget: 'media', answer: upload },
  { method: 'GET', path: '/api/v1/media/:id', access: member('write:media'), answer: (request, tools) => withMedia(request, tools, (media) => json(mediaJson(media, request.base))) },
  { method: 'PUT', path: '/api/v1/media/:id', access: member('write:media'), answer: (request, tools) => withMedia(request, tools, (media) => change(request, tools, media)) },
  { method: 'DELETE', path: '/api/v1/media/:id', access: member('write:media'), answer: (request, tools) => withMedia(request, tools, (media) => remove(tools, media)) },
  { method: 'GET', path: '/media_files/:id', access: anyone, answer: (request, tools) => withMedia(request, tools, (media) => file(tools, media)) }
]

function withMedia(request: PracticeRequest, tools: RouteTools, answer: (media: MediaRow) => PracticeAnswer): PracticeAnswer {
  const id = request.captures['id'] ?? ''
  const media = /^\d{1,15}$/.test(id) ? tools.record.media.read(Number(id)) : null
  return media === null ? recordNotFound : answer(media)
}

function upload(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const parsed = readParameters(uploadInput, request)
  if (!parsed.ok) return incomplete(request)
  const { bytes } = parsed.value.file
  const film = videoTypeOf(bytes)
  const image = film === null ? readImageSize(bytes) : { mediaType: film, ...filmSize }
  if (image === null || (film === null && !rules.mediaTypes.value.includes(image.mediaType))) return refuse(422, 'Validation failed: File content type is invalid, File is invalid')
  if (film === null && bytes.byteLength > rules.maxBytes.value) return refuse(422, 'Validation failed: File size must be less than 16 MB')
  const description = (parsed.value.description ?? '').trim()
  if (description.length > maxAltText) return tooLong
  tools.record.media.sweep(tools.now() - unusedLifeMs)
  const row = tools.record.media.add({ ...image, description, focus: parsed.value.focus ?? '0,0', captions: film === null ? null : captionsOf(parsed.value), createdAt: tools.now() }, bytes)
  return json(mediaJson(row, request.base))
}

function incomplete({ parameters }: PracticeRequest): PracticeAnswer {
  return refuse(422, parameters['captions'] === undefined ? "Validation failed: File can't be blank" : 'Validation failed: Captions are invalid')
}

function captionsOf({ captions }: z.infer<typeof uploadInput>): string | null {
  return captions === undefined || captions === null ? null : JSON.stringify(captions)
}

/** Nobody looks inside a film here: its page makes room for it when it plays. */
const filmSize = { width: 1280, height: 720 } as const

function videoTypeOf(bytes: Uint8Array): string | null {
  if (sniffMedia(bytes.subarray(0, sniffedBytes)) !== 'video') return null
  if (bytes[0] === 0x1a) return 'video/webm'
  return String.fromCharCode(...bytes.subarray(8, 12)) === 'qt  ' ? 'video/quicktime' : 'video/mp4'
}

const tooLong = refuse(422, `Validation failed: Description is too long (maximum is ${maxAltText} characters)`)

function change(request: PracticeRequest, tools: RouteTools, media: MediaRow): PracticeAnswer {
  const parsed = readParameters(changeInput, request)
  if (!parsed.ok) return parsed.answer
  const description = parsed.value.description ?? media.description
  if (description.length > maxAltText) return tooLong
  const row = { ...media, description, focus: parsed.value.focus ?? media.focus }
  tools.record.media.describe(row.id, row.description, row.focus)
  return json(mediaJson(row, request.base))
}

function remove(tools: RouteTools, media: MediaRow): PracticeAnswer {
  return tools.record.media.remove(media.id) ? json({}) : refuse(422, 'Media attachment is currently used by a status')
}

function file(tools: RouteTools, media: MediaRow): PracticeAnswer {
  const bytes = tools.record.media.readBytes(media.id)
  if (bytes === null) return recordNotFound
  return { status: 200, body: { kind: 'bytes', mediaType: media.mediaType, bytes }, headers: { 'Cache-Control': 'max-age=86400' } }
}
