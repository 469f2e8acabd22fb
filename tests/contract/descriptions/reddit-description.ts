import { describeOperations, type Operation, type Parameter } from './described-operations.ts'
import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

/*
 * Reddit publishes no description that a machine can read: this table is written by hand, with the source of each line. All read on 2026-11-21; without another
 * source it is https://www.reddit.com/dev/api/, under the operation's own name.
 */
const text: Schema = { type: 'string' }
const flag: Schema = { type: 'boolean' }
const seconds: Schema = { type: 'number', minimum: 1_700_000_000 }
const name = (kinds: string): Schema => ({ type: 'string', pattern: `^t[${kinds}]_[a-z0-9]+$` })

const query = (field: string, schema: Schema, required = false): Parameter => ({ name: field, in: 'query', required, schema })
/** “response body encoding” */
const raw = query('raw_json', { type: 'integer', minimum: 1, maximum: 1 }, true)
/** “listings”: at most a hundred. */
const listed: readonly Parameter[] = [raw, query('limit', { type: 'integer', minimum: 1, maximum: 100 }), query('after', name('1345')), query('sort', { enum: ['new', 'hot', 'top', 'controversial'] })]

const listingOf = (kind: string, data: Schema): Schema => ({
  type: 'object', required: ['kind', 'data'],
  properties: { kind: { enum: ['Listing'] }, data: { type: 'object', required: ['children'], properties: { after: { enum: [null] }, children: { type: 'array', items: { type: 'object', required: ['kind', 'data'], properties: { kind: { enum: [kind] }, data } } } } } }
})
/** https://github.com/reddit-archive/reddit/wiki/JSON */
const post: Schema = { type: 'object', required: ['name', 'title', 'created_utc', 'subreddit'], properties: { name: { enum: ['t3_abc'] }, title: text, selftext: text, url: text, permalink: { enum: ['/r/poterie/comments/abc/'] }, subreddit: text, is_self: flag, created_utc: seconds } }
const comment: Schema = {
  type: 'object', required: ['name', 'body', 'created_utc'],
  properties: { name: { enum: ['t1_abc'] }, author: { enum: ['tom'] }, body: text, parent_id: { enum: ['t3_old'] }, type: { enum: ['post_reply'] }, context: text, permalink: { enum: ['/r/poterie/comments/old/abc/'] }, created_utc: seconds, likes: flag, subreddit: { enum: ['poterie'] }, can_mod_post: flag, removed: flag, locked: flag }
}

/** “api_type: the string json” */
const api = { api_type: { enum: ['json'] }, raw_json: { type: 'integer', minimum: 1, maximum: 1 } } satisfies Record<string, Schema>
const form = (properties: Record<string, Schema>, required: readonly string[]): Operation['body'] => ({ isRequired: true, contents: { 'application/x-www-form-urlencoded': { type: 'object', required: [...required], properties: { ...properties, ...api } } } })
const said = (data: Schema): Schema => ({ type: 'object', required: ['json'], properties: { json: { type: 'object', required: ['errors', 'data'], properties: { errors: { enum: [[]] }, data } } } })

const read = (path: string, parameters: readonly Parameter[], schema: Schema): Operation => ({ method: 'GET', path, parameters, body: null, needsToken: true, success: { status: 200, schema } })
const write = (path: string, fields: Record<string, Schema>, required: readonly string[], schema: Schema = { type: 'object', properties: {} }): Operation => ({ method: 'POST', path, parameters: [], body: form(fields, required), needsToken: true, success: { status: 200, schema } })

const operations: readonly Operation[] = [
  read('/api/v1/me', [raw], { type: 'object', required: ['id', 'name'], properties: { id: { enum: ['abc1'] }, name: { enum: ['lea'] } } }),
  read('/subreddits/mine/{where}', listed, listingOf('t5', { type: 'object', required: ['display_name'], properties: { display_name: { enum: ['poterie'] }, user_is_banned: flag } })),
  // GET /user/username/submitted and /comments
  read('/user/{name}/submitted', listed, listingOf('t3', post)),
  read('/user/{name}/comments', listed, listingOf('t1', comment)),
  // GET /message/inbox and /sent
  read('/message/inbox', listed, listingOf('t1', comment)),
  read('/message/sent', listed, listingOf('t4', comment)),
  read('/api/info', [raw, query('id', { type: 'string', pattern: '^t[1345]_[a-z0-9]+(,t[1345]_[a-z0-9]+){0,99}$' }, true)], listingOf('t1', comment)),
  // https://github.com/reddit-archive/reddit/wiki/JSON, “subreddit”
  read('/r/{subreddit}/about', [raw], { type: 'object', required: ['kind', 'data'], properties: { kind: { enum: ['t5'] }, data: { type: 'object', properties: { display_name: text, subscribers: { type: 'integer' } } } } }),
  read('/api/v1/{subreddit}/post_requirements', [raw], { type: 'object', properties: { is_flair_required: { enum: [false] } } }),
  read('/r/{subreddit}/api/link_flair_v2', [raw], { type: 'array', items: { type: 'object', required: ['id'], properties: { id: text, text } } }),
  // `crosspost`: github.com/praw-dev/praw/blob/v8.0.0, Submission.crosspost (read on 2026-11-23)
  write(
    '/api/submit',
    { kind: { enum: ['link', 'self', 'image', 'video', 'videogif', 'crosspost'] }, crosspost_fullname: name('3'), sr: { type: 'string', maxLength: 28 }, title: { type: 'string', minLength: 1, maxLength: 300 }, text, url: { type: 'string', format: 'uri' }, video_poster_url: { type: 'string', format: 'uri' }, resubmit: flag, sendreplies: flag, flair_id: { type: 'string', maxLength: 36 } },
    ['kind', 'sr', 'title', 'api_type'],
    said({ type: 'object', required: ['name', 'url'], properties: { name: { enum: ['t3_abc'] }, id: text, url: text } })
  ),
  // github.com/praw-dev/praw/blob/v8.0.0, Subreddit.submit (read on 2026-11-23): “gallery”, whose body is JSON; captions of 180 characters at most (r/modnews, hisodw)
  {
    method: 'POST', path: '/api/submit_gallery_post.json', parameters: [raw], needsToken: true,
    body: {
      isRequired: true,
      contents: {
        'application/json': {
          type: 'object', required: ['sr', 'title', 'items', 'api_type'], additionalProperties: false,
          properties: {
            sr: { type: 'string', maxLength: 28 }, title: { type: 'string', minLength: 1, maxLength: 300 }, text, api_type: { enum: ['json'] }, sendreplies: flag, show_error_list: flag, validate_on_submit: flag, nsfw: flag, spoiler: flag, flair_id: { type: 'string', maxLength: 36 },
            items: { type: 'array', minItems: 2, maxItems: 20, items: { type: 'object', required: ['media_id'], additionalProperties: false, properties: { media_id: text, caption: { type: 'string', maxLength: 180 }, outbound_url: text } } }
          }
        }
      }
    },
    success: { status: 200, schema: said({ type: 'object', required: ['id', 'url'], properties: { id: { enum: ['t3_abc'] }, url: text } }) }
  },
  write('/api/comment', { thing_id: name('134'), text }, ['thing_id', 'text', 'api_type'], said({ type: 'object', required: ['things'], properties: { things: { type: 'array', items: { type: 'object', required: ['kind', 'data'], properties: { kind: { enum: ['t1'] }, data: comment } } } } })),
  write('/api/editusertext', { thing_id: name('13'), text, return_rtjson: flag }, ['thing_id', 'text', 'api_type']),
  write('/api/del', { id: name('13') }, ['id']),
  write('/api/report', { thing_id: name('134'), reason: { type: 'string', maxLength: 100 } }, ['thing_id', 'reason']),
  // Scope `modposts` (read on 2026-11-23)
  write('/api/remove', { id: name('13'), spam: flag }, ['id', 'spam']),
  write('/api/approve', { id: name('13') }, ['id']),
  write('/api/lock', { id: name('13') }, ['id']),
  write('/api/unlock', { id: name('13') }, ['id']),
  write('/api/block', { id: name('134') }, ['id']),
  write('/api/unfriend', { container: name('2'), name: text, type: { enum: ['enemy'] } }, ['container', 'name', 'type']),
  // Scope `modcontributors` (read on 2026-11-23); `ban_message` is left out here: the person would be told our words. Who may: github.com/reddit-archive/reddit/blob/master/r2/r2/controllers/api.py, POST_friend
  write(
    '/r/{subreddit}/api/friend',
    { name: text, type: { enum: ['banned', 'muted'] }, note: { type: 'string', maxLength: 300 }, ban_context: name('13'), ban_reason: { type: 'string', maxLength: 100 }, duration: { type: 'integer', minimum: 1, maximum: 999 } },
    ['name', 'type'],
    { type: 'object', required: ['json'], properties: { json: { type: 'object', required: ['errors'], properties: { errors: { enum: [[]] } } } } }
  ),
  write('/r/{subreddit}/api/unfriend', { name: text, type: { enum: ['banned', 'muted'] } }, ['name', 'type']),
  // GET /r/subreddit/about/where; `mod_permissions`: github.com/praw-dev/praw/blob/v8.0.0, ModeratorRelationship
  read('/r/{subreddit}/about/moderators', [raw, query('user', text)], { type: 'object', required: ['kind', 'data'], properties: { kind: { enum: ['UserList'] }, data: { type: 'object', required: ['children'], properties: { children: { type: 'array', items: { type: 'object', required: ['name', 'mod_permissions'], properties: { name: { enum: ['lea'] }, mod_permissions: { enum: [['all']] } } } } } } } }),
  write('/api/vote', { id: name('13'), dir: { type: 'integer', minimum: -1, maximum: 1 } }, ['id', 'dir']),
  // https://praw.readthedocs.io (the library that Reddit's own pages name): a place for a file, then the file itself, to the store that was named
  write('/api/media/asset.json', { filepath: text, mimetype: { enum: ['image/png', 'image/jpeg', 'image/gif', 'video/mp4', 'video/quicktime'] } }, ['filepath', 'mimetype'], { type: 'object', required: ['args', 'asset'], properties: { asset: { type: 'object', required: ['asset_id'], properties: { asset_id: { enum: ['abc'] } } }, args: { type: 'object', required: ['action', 'fields'], properties: { action: { enum: ['//reddit-uploaded-media.s3-accelerate.amazonaws.com'] }, fields: { enum: [[{ name: 'key', value: 'rte_images/1' }]] } } } } }),
  { method: 'POST', path: '/', parameters: [], needsToken: false, body: { isRequired: true, contents: { 'multipart/form-data': { type: 'object', required: ['key', 'file'], properties: { key: text, acl: text, file: text } } } }, success: { status: 201, schema: null } }
]

export function loadRedditDescription(): NetworkDescription {
  return describeOperations(operations, { resolve: () => ({}), commonHeaders: ['user-agent'] })
}
