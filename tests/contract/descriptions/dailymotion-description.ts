import { dailymotionCategories } from '../../../shared/networks/dailymotion-capabilities.ts'
import { describeOperations, type Operation, type Parameter } from './described-operations.ts'
import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

/*
 * Dailymotion gives its description page by page, and no document that can be kept: this table is written by hand, with the source of each line. All read on 2026-11-21, below
 * https://developers.dailymotion.com/
 */
const text: Schema = { type: 'string' }
const query = (name: string, schema: Schema): Parameter => ({ name, in: 'query', required: false, schema })

/** reference/list-profile-videos, “fields” */
const video: Schema = {
  type: 'object', required: ['video_id', 'title', 'created_at'],
  properties: {
    video_id: { enum: ['x8qwdu4'] }, video_url: { enum: ['https://www.dailymotion.com/video/x8qwdu4'] }, title: text, description: text, visibility: { enum: ['public', 'private', 'password'] },
    // docs/migrating-from-legacy-api-to-api-v2: times as in ISO 8601
    created_at: { enum: ['2026-06-01T12:00:00Z'] }, category: { enum: [...dailymotionCategories] }, is_for_kids: { type: 'boolean' }, is_published: { type: 'boolean' }
  }
}

const operations: readonly Operation[] = [
  // docs/collect-profile-ids
  {
    method: 'GET', path: '/me', parameters: [], body: null, needsToken: true,
    success: { status: 200, schema: { type: 'object', required: ['user_id', 'profiles'], properties: { user_id: text, profiles: { type: 'array', items: { type: 'object', required: ['profile_id', 'name'], properties: { profile_id: { enum: ['x1y2z3'] }, name: text } } } } } }
  },
  // reference/create-upload-session: no body
  {
    method: 'POST', path: '/files/upload_sessions', parameters: [], body: null, needsToken: true,
    success: { status: 201, schema: { type: 'object', required: ['upload_url', 'progress_url'], properties: { upload_url: { enum: ['https://upload-01.dailymotion.com/upload/files?uuid=1&seal=5e41'] }, progress_url: text } } }
  },
  // reference/list-profile-videos
  {
    method: 'GET', path: '/profiles/{id}/videos', body: null, needsToken: true,
    parameters: [query('page', { type: 'integer', minimum: 1 }), query('page_size', { type: 'integer', minimum: 1, maximum: 100 }), query('sort', { enum: ['created_at', '-created_at', 'title', '-title'] }), query('fields', { type: 'string', pattern: '^(video_id|video_url|title|description|visibility|created_at)(,(video_id|video_url|title|description|visibility|created_at))*$' })],
    success: { status: 200, schema: { type: 'object', required: ['data'], properties: { data: { type: 'array', items: video } } } }
  },
  // reference/create-profile-video
  {
    method: 'POST', path: '/profiles/{id}/videos', parameters: [], needsToken: true,
    body: {
      isRequired: true,
      contents: {
        'application/json': {
          type: 'object', required: ['title', 'visibility', 'category', 'is_for_kids', 'source'],
          properties: {
            title: { type: 'string', minLength: 1, maxLength: 255 }, description: { type: 'string', maxLength: 3000 }, hashtags: { type: 'array', items: text }, category: { enum: [...dailymotionCategories] }, visibility: { enum: ['public', 'private', 'password'] },
            is_for_kids: { type: 'boolean' }, is_explicit: { type: 'boolean' }, source: { type: 'object', required: ['file_url'], properties: { file_url: text } }
          }
        }
      }
    },
    success: { status: 201, schema: video }
  },
  // reference/get-video (read on 2026-11-22)
  { method: 'GET', path: '/videos/{id}', parameters: [query('fields', { type: 'string', pattern: '^(video_id|video_url|title|description|visibility|created_at)(,(video_id|video_url|title|description|visibility|created_at))*$' })], body: null, needsToken: true, success: { status: 200, schema: video } },
  // v2/docs/edit-video-metadata (read on 2026-11-22): only what is to be another; 204 without a body
  { method: 'PATCH', path: '/videos/{id}', parameters: [], body: { isRequired: true, contents: { 'application/json': { type: 'object', properties: { title: { type: 'string', minLength: 1, maxLength: 255 }, description: { type: 'string', maxLength: 3000 } } } } }, needsToken: true, success: { status: 204, schema: null } },
  // v2/reference/perform-an-api-call
  { method: 'DELETE', path: '/videos/{id}', parameters: [], body: null, needsToken: true, success: { status: 204, schema: null } }
]

/** v2/docs/upload-videos: the file goes to the address that was given, as a form of one field. */
const upload: Operation = {
  method: 'POST', path: '/upload/{place}', parameters: [query('uuid', text), query('seal', text)], needsToken: true,
  body: { isRequired: true, contents: { 'multipart/form-data': { type: 'object', required: ['file'], properties: { file: text } } } },
  success: { status: 200, schema: { type: 'object', required: ['url'], properties: { url: { enum: ['https://upload-01.dailymotion.com/files/1.mp4'] }, name: text, size: text } } }
}

export function loadDailymotionDescription(): NetworkDescription {
  return describeOperations([...operations.map((operation) => ({ ...operation, path: `/v2${operation.path}` })), upload], { resolve: () => ({}) })
}
