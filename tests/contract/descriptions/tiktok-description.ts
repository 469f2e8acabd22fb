import { describeOperations, type Operation } from './described-operations.ts'
import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

/*
 * TikTok publishes no description of this that a machine can read: this table is written by hand, with the source of each line. All read on 2026-11-21, below
 * https://developers.tiktok.com/doc/
 */
const text: Schema = { type: 'string' }
const count: Schema = { type: 'integer', minimum: 0 }
/** tiktok-api-v2-error-handling */
const error: Schema = { type: 'object', required: ['code', 'message', 'log_id'], properties: { code: { enum: ['ok'] }, message: text, log_id: text } }
const answerOf = (data: Schema): Schema => ({ type: 'object', required: ['data', 'error'], properties: { data, error } })
const json = (schema: Schema): Operation['body'] => ({ isRequired: true, contents: { 'application/json': schema, 'application/json; charset=UTF-8': schema } })

/** user.info.basic opens the first, user.info.stats the last four. */
const userFields = 'open_id|union_id|avatar_url|avatar_url_100|avatar_large_url|display_name|follower_count|following_count|likes_count|video_count'
const videoFields = 'id|create_time|cover_image_url|share_url|video_description|duration|height|width|title|embed_html|embed_link|like_count|comment_count|share_count|view_count'
const flag: Schema = { type: 'boolean' }
/** content-posting-api-reference-query-creator-info, “privacy_level_options” (read on 2026-11-22) */
const privacy: Schema = { enum: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY'] }
/** content-posting-api-reference-direct-post, “Post Info Object” (read on 2026-11-22): a title of 2,200 UTF-16 runes at most */
const filmInfo: Schema = {
  type: 'object', required: ['privacy_level'], additionalProperties: false,
  properties: { privacy_level: privacy, title: { type: 'string', maxLength: 2200 }, disable_duet: flag, disable_stitch: flag, disable_comment: flag, video_cover_timestamp_ms: { type: 'integer' }, brand_content_toggle: flag, brand_organic_toggle: flag, is_aigc: flag }
}
/** content-posting-api-reference-photo-post, “Post Info Object” (read on 2026-11-22): duets and stitches are of films alone */
const pictureInfo: Schema = {
  type: 'object', additionalProperties: false,
  properties: { title: { type: 'string', maxLength: 90 }, description: { type: 'string', maxLength: 4000 }, privacy_level: privacy, disable_comment: flag, auto_add_music: flag, brand_content_toggle: flag, brand_organic_toggle: flag }
}
/** content-posting-api-reference-upload-video, “Source Info Object”; sizes as in content-posting-api-media-transfer-guide */
const fileUpload: Schema = {
  type: 'object', required: ['source', 'video_size', 'chunk_size', 'total_chunk_count'],
  properties: { source: { enum: ['FILE_UPLOAD'] }, video_size: { type: 'integer', minimum: 1, maximum: 4 * 1024 ** 3 }, chunk_size: { type: 'integer', minimum: 1, maximum: 64 * 1024 ** 2 }, total_chunk_count: { type: 'integer', minimum: 1, maximum: 1000 } }
}
const uploadBegun = (id: string): Schema => answerOf({ type: 'object', required: ['publish_id', 'upload_url'], properties: { publish_id: { enum: [id] }, upload_url: { enum: ['https://open-upload.tiktokapis.com/video/?upload_id=67890&upload_token=Xza123'] } } })
const listOf = (names: string): Schema => ({ type: 'string', pattern: `^(${names})(,(${names}))*$` })

const operations: readonly Operation[] = [
  // tiktok-api-v2-get-user-info: what was asked for is there
  {
    method: 'GET', path: '/v2/user/info/', parameters: [{ name: 'fields', in: 'query', required: true, schema: listOf(userFields) }], body: null, needsToken: true,
    success: { status: 200, schema: answerOf({ type: 'object', required: ['user'], properties: { user: { type: 'object', required: ['open_id', 'display_name'], properties: { open_id: text, union_id: text, avatar_url: text, display_name: text, follower_count: count, following_count: count, likes_count: count, video_count: count } } } }) }
  },
  // content-posting-api-reference-upload-video, “Initialize Video Upload”; sizes as in content-posting-api-media-transfer-guide
  {
    method: 'POST', path: '/v2/post/publish/inbox/video/init/', parameters: [], needsToken: true,
    body: json({
      type: 'object', required: ['source_info'],
      properties: { source_info: fileUpload }
    }),
    success: { status: 200, schema: uploadBegun('v_inbox_file~v2.123456789') }
  },
  // content-posting-api-reference-query-creator-info (read on 2026-11-22): no body is described, so none is required
  {
    method: 'POST', path: '/v2/post/publish/creator_info/query/', parameters: [], needsToken: true, body: json({ type: 'object', additionalProperties: false, properties: {} }),
    success: {
      status: 200,
      schema: answerOf({
        type: 'object', required: ['creator_username', 'creator_nickname', 'privacy_level_options', 'comment_disabled', 'duet_disabled', 'stitch_disabled', 'max_video_post_duration_sec'],
        properties: { creator_avatar_url: text, creator_username: text, creator_nickname: text, privacy_level_options: { type: 'array', items: privacy }, comment_disabled: flag, duet_disabled: flag, stitch_disabled: flag, max_video_post_duration_sec: { type: 'integer', minimum: 1 } }
      })
    }
  },
  // content-posting-api-reference-direct-post, “Initialize the posting request” (read on 2026-11-22)
  {
    method: 'POST', path: '/v2/post/publish/video/init/', parameters: [], needsToken: true,
    body: json({ type: 'object', required: ['post_info', 'source_info'], properties: { post_info: filmInfo, source_info: fileUpload } }),
    success: { status: 200, schema: uploadBegun('v_pub_file~v2-1.123456789') }
  },
  // content-posting-api-reference-photo-post (read on 2026-11-22): drafts, `MEDIA_UPLOAD`, and posts, `DIRECT_POST`, which need a privacy level
  {
    method: 'POST', path: '/v2/post/publish/content/init/', parameters: [], needsToken: true,
    body: json({
      type: 'object', required: ['media_type', 'post_mode', 'source_info'],
      properties: {
        media_type: { enum: ['PHOTO'] }, post_mode: { enum: ['MEDIA_UPLOAD', 'DIRECT_POST'] },
        post_info: pictureInfo,
        source_info: { type: 'object', required: ['source', 'photo_images', 'photo_cover_index'], properties: { source: { enum: ['PULL_FROM_URL'] }, photo_images: { type: 'array', items: text }, photo_cover_index: { type: 'integer', minimum: 0, maximum: 34 } } }
      }
    }),
    success: { status: 200, schema: answerOf({ type: 'object', required: ['publish_id'], properties: { publish_id: { enum: ['p_inbox_url~v2.123456789'] } } }) }
  },
  // content-posting-api-media-transfer-guide, “Media transfer HTTP schema”: no access, and for the last chunk 201
  {
    method: 'PUT', path: '/video/', needsToken: false, body: null,
    parameters: [{ name: 'Content-Range', in: 'header', required: true, schema: { type: 'string', pattern: '^bytes \\d+-\\d+/\\d+$' } }, { name: 'upload_id', in: 'query', required: true, schema: text }, { name: 'upload_token', in: 'query', required: true, schema: text }],
    success: { status: 201, schema: null }
  },
  // content-posting-api-reference-get-video-status
  {
    method: 'POST', path: '/v2/post/publish/status/fetch/', parameters: [], needsToken: true,
    body: json({ type: 'object', required: ['publish_id'], properties: { publish_id: { type: 'string', maxLength: 64 } } }),
    success: {
      status: 200,
      schema: answerOf({
        type: 'object', required: ['status'],
        properties: { status: { enum: ['PROCESSING_UPLOAD', 'PROCESSING_DOWNLOAD', 'SEND_TO_USER_INBOX', 'PUBLISH_COMPLETE', 'FAILED'] }, fail_reason: text, publicaly_available_post_id: { type: 'array', items: { type: 'integer' } }, uploaded_bytes: count, downloaded_bytes: count }
      })
    }
  },
  // tiktok-api-v2-video-list: 20 at most, and a cursor in ms
  {
    method: 'POST', path: '/v2/video/list/', parameters: [{ name: 'fields', in: 'query', required: true, schema: listOf(videoFields) }], needsToken: true,
    body: json({ type: 'object', properties: { cursor: count, max_count: { type: 'integer', minimum: 1, maximum: 20 } } }),
    success: {
      status: 200,
      schema: answerOf({
        type: 'object', required: ['videos', 'cursor', 'has_more'],
        properties: { videos: { type: 'array', items: { type: 'object', required: ['id', 'create_time'], properties: { id: { enum: ['7077642457847994444'] }, create_time: { enum: [1_760_000_000] }, title: text, video_description: text, share_url: { enum: ['https://www.tiktok.com/@atelier/video/7077642457847994444'] } } } }, cursor: count, has_more: { enum: [false] } }
      })
    }
  },
  // tiktok-api-v2-video-query (read on 2026-11-22): 20 ids at most
  {
    method: 'POST', path: '/v2/video/query/', parameters: [{ name: 'fields', in: 'query', required: true, schema: listOf(videoFields) }], needsToken: true,
    body: json({ type: 'object', required: ['filters'], properties: { filters: { type: 'object', required: ['video_ids'], properties: { video_ids: { type: 'array', items: { type: 'string', pattern: '^\\d+$' } } } } } }),
    success: {
      status: 200,
      schema: answerOf({ type: 'object', required: ['videos'], properties: { videos: { type: 'array', items: { type: 'object', required: ['id'], properties: { id: { enum: ['7077642457847994444'] }, view_count: count, like_count: count, comment_count: count, share_count: count } } } } })
    }
  }
]

export function loadTiktokDescription(): NetworkDescription {
  return describeOperations(operations, { resolve: () => ({}) })
}
