import { textToHtml } from '../entities/text-to-html.ts'
import { escapeHtml } from '../entities/text-to-html.ts'
import { paintAvatar, paintHeader } from '../../images/paint-avatar.ts'
import { anyone, recordNotFound, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'
import { page } from './feeds-routes.ts'

/** What the addresses in answers lead to: pictures of members, and a plain page for a person or a status. */
export const pagesRoutes: readonly Route[] = [
  { method: 'GET', path: '/avatars/:file', access: anyone, answer: (request, tools) => picture(request, tools, paintAvatar) },
  { method: 'GET', path: '/headers/:file', access: anyone, answer: (request, tools) => picture(request, tools, paintHeader) },
  { method: 'GET', path: '/:name', access: anyone, answer: person },
  { method: 'GET', path: '/:name/:id', access: anyone, answer: status }
]

function picture(request: PracticeRequest, { record }: RouteTools, paint: (handle: string) => Uint8Array): PracticeAnswer {
  const handle = (request.captures['file'] ?? '').replace(/\.png$/, '')
  if (record.members.findByHandle(handle) === null) return recordNotFound
  return { status: 200, body: { kind: 'bytes', mediaType: 'image/png', bytes: paint(handle) }, headers: { 'Cache-Control': 'max-age=86400' } }
}

function person(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const name = request.captures['name'] ?? ''
  const found = name.startsWith('@') ? record.members.findByHandle(name.slice(1)) : null
  if (found === null) return recordNotFound
  return page(found.name, `<h1>${escapeHtml(found.name)}</h1><p>@${found.handle}</p><p>${escapeHtml(found.note)}</p>`)
}

function status(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const found = (request.captures['name'] ?? '').startsWith('@') ? record.statuses.read(request.captures['id'] ?? '') : null
  const author = found === null ? null : record.members.read(found.authorId)
  if (found === null || author === null || found.visibility === 'direct') return recordNotFound
  const images = record.media.ofStatus(found.id).map((media) => media.mediaType.startsWith('video/') ? `<video src="/media_files/${media.id}" aria-label="${escapeHtml(media.description)}" width="480" controls></video>` : `<img src="/media_files/${media.id}" alt="${escapeHtml(media.description)}" width="480">`)
  const content = textToHtml(found.text, request.base, (handle) => record.members.findByHandle(handle))
  return page(author.name, `<article><h1>${escapeHtml(author.name)}</h1>${content}${images.join('')}</article>`)
}
