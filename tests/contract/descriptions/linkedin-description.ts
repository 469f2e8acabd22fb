import { apiVersions } from '../../../shared/networks/api-versions.ts'
import { describeOperations, type Operation, type Parameter } from './described-operations.ts'
import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

/*
 * LinkedIn publishes no description that a machine can read: this table is written by hand, with the source of each line. All read on 2026-11-21, below
 * https://learn.microsoft.com/linkedin/
 */
const text: Schema = { type: 'string' }
/** shared/api-guide/concepts/urns */
const author = { type: 'string', pattern: '^urn:li:(person|organization):[\\w-]+$' }
const anyPost = { type: 'string', pattern: '^urn:li:(share|ugcPost|activity):\\d+$' }
const video = { type: 'string', pattern: '^urn:li:video:[\\w-]+$' }
const documentUrn = { type: 'string', pattern: '^urn:li:document:[\\w-]+$' }
const moment: Schema = { type: 'integer', minimum: 1_700_000_000_000 }

/** marketing/versioning and shared/api-guide/concepts/protocol-version: both headers with each call of /rest. */
const versioned: readonly Parameter[] = [
  { name: 'LinkedIn-Version', in: 'header', required: true, schema: { enum: [apiVersions.linkedin.name] } },
  { name: 'X-Restli-Protocol-Version', in: 'header', required: true, schema: { enum: ['2.0.0'] } }
]
/** shared/api-guide/concepts/methods: a search, and a removal, name themselves. */
const method = (name: string): Parameter => ({ name: 'X-RestLi-Method', in: 'header', required: true, schema: { enum: [name] } })
const query = (name: string, schema: Schema, required = true): Parameter => ({ name, in: 'query', required, schema })
/** shared/api-guide/concepts/pagination */
const paging: readonly Parameter[] = [query('start', { type: 'integer', minimum: 0 }, false), query('count', { type: 'integer', minimum: 1, maximum: 100 }, false)]

const listOf = (items: Schema): Schema => ({ type: 'object', required: ['elements'], properties: { elements: { type: 'array', items }, paging: { type: 'object', properties: { start: { type: 'integer' }, count: { type: 'integer' } } } } })

/** marketing/community-management/shares/images-api and …/multiimage-post-api: alt text of 4,086 characters. */
const picture: Schema = { type: 'object', required: ['id'], properties: { id: { type: 'string', pattern: '^urn:li:(image|video):' }, altText: { type: 'string', maxLength: 4086 }, title: text } }
/** marketing/community-management/shares/documents-api (read on 2026-11-23), “Create document content”: the title is needed. */
const documentInPost: Schema = { type: 'object', required: ['id', 'title'], properties: { id: documentUrn, title: { type: 'string', minLength: 1 } } }

/** marketing/community-management/shares/posts-api, “Post schema”. `enum: ['urn…']` stands where an answer is made up from it. */
const postFields = {
  author, commentary: { type: 'string', maxLength: 9000 }, visibility: { enum: ['PUBLIC', 'CONNECTIONS', 'LOGGED_IN'] },
  distribution: {
    type: 'object', required: ['feedDistribution'],
    properties: { feedDistribution: { enum: ['MAIN_FEED', 'NONE'] }, targetEntities: { type: 'array', items: { type: 'object' } }, thirdPartyDistributionChannels: { type: 'array', items: text } }
  },
  content: {
    type: 'object',
    properties: {
      media: { oneOf: [picture, documentInPost] },
      multiImage: { type: 'object', required: ['images'], properties: { images: { type: 'array', minItems: 2, maxItems: 20, items: picture }, altText: text } },
      // marketing/community-management/shares/poll-post-api, “Poll schema”: two to four options, four durations.
      poll: {
        type: 'object', required: ['question', 'options', 'settings'],
        properties: {
          question: { type: 'string', minLength: 1, maxLength: 140 },
          options: { type: 'array', minItems: 2, maxItems: 4, items: { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1, maxLength: 30 } } } },
          settings: { type: 'object', required: ['duration'], properties: { duration: { enum: ['ONE_DAY', 'THREE_DAYS', 'SEVEN_DAYS', 'FOURTEEN_DAYS'] }, voteSelectionType: { enum: ['SINGLE_VOTE'] }, isVoterVisibleToAuthor: { type: 'boolean' } } }
        }
      },
      article: { type: 'object', required: ['source', 'title'], properties: { source: text, title: { type: 'string', maxLength: 400 }, description: { type: 'string', maxLength: 4086 }, thumbnail: text } }
    }
  },
  lifecycleState: { enum: ['PUBLISHED'] },
  isReshareDisabledByAuthor: { type: 'boolean' },
  // The same page, “Reshare” (read on 2026-11-23); of the kinds that can be shared only these two are posts: https://learn.microsoft.com/linkedin/shared/api-guide/concepts/urns
  reshareContext: { type: 'object', required: ['parent'], properties: { parent: { type: 'string', pattern: '^urn:li:(share|ugcPost):\\d+$' } } }
} satisfies Record<string, Schema>

const shownPost: Schema = {
  type: 'object', required: ['id', 'author', 'createdAt', 'lifecycleState'],
  properties: { id: { enum: ['urn:li:share:7058123456789012345'] }, author: { enum: ['urn:li:organization:1337'] }, commentary: text, createdAt: moment, publishedAt: moment, lastModifiedAt: moment, lifecycleState: { enum: ['PUBLISHED'] }, visibility: { enum: ['PUBLIC'] } }
}

/** marketing/community-management/shares/comments-api, “Comment schema”. */
const shownComment: Schema = {
  type: 'object', required: ['id', 'commentUrn', 'actor', 'object', 'created'],
  properties: {
    id: { enum: ['7058123456789012399'] }, commentUrn: { enum: ['urn:li:comment:(urn:li:activity:7058123456789012345,7058123456789012399)'] }, actor: { enum: ['urn:li:person:them0them0'] }, object: text,
    message: { type: 'object', properties: { text, attributes: { type: 'array', items: { type: 'object' } } } }, created: { type: 'object', required: ['time'], properties: { actor: text, time: moment } },
    parentComment: { enum: ['urn:li:comment:(urn:li:activity:7058123456789012345,7058123456789012388)'] }, likesSummary: { type: 'object', properties: { likedByCurrentUser: { type: 'boolean' }, totalLikes: { type: 'integer' } } },
    commentsSummary: { type: 'object', properties: { aggregatedTotalComments: { type: 'integer' }, totalFirstLevelComments: { type: 'integer' } } }
  }
}

const json = (schema: Schema): Operation['body'] => ({ isRequired: true, contents: { 'application/json': schema } })
const nothing: Operation['success'] = { status: 204, schema: null }

const operations: readonly Operation[] = [
  // consumer/integrations/self-serve/sign-in-with-linkedin-v2
  {
    method: 'GET', path: '/v2/userinfo', parameters: versioned.map((each) => ({ ...each, required: false })), body: null, needsToken: true,
    success: { status: 200, schema: { type: 'object', required: ['sub'], properties: { sub: text, name: text, given_name: text, family_name: text, picture: text, locale: text } } }
  },
  // marketing/community-management/organizations/organization-access-control-by-role
  {
    method: 'GET', path: '/rest/organizationAcls', parameters: [...versioned, method('FINDER'), query('q', { enum: ['roleAssignee'] }), query('state', { enum: ['APPROVED'] }, false), query('role', text, false), ...paging], body: null, needsToken: true,
    success: { status: 200, schema: listOf({ type: 'object', required: ['organization', 'role', 'state'], properties: { organization: { enum: ['urn:li:organization:1337'] }, role: { enum: ['ADMINISTRATOR'] }, state: { enum: ['APPROVED'] } } }) }
  },
  // marketing/community-management/organizations/organization-lookup-api
  {
    method: 'GET', path: '/rest/organizations/{id}', parameters: [...versioned], body: null, needsToken: true,
    success: { status: 200, schema: { type: 'object', required: ['id', 'localizedName'], properties: { id: { type: 'integer' }, localizedName: text, vanityName: text } } }
  },
  // marketing/community-management/shares/images-api
  {
    method: 'POST', path: '/rest/images', parameters: [...versioned, query('action', { enum: ['initializeUpload'] })], needsToken: true,
    body: json({ type: 'object', required: ['initializeUploadRequest'], properties: { initializeUploadRequest: { type: 'object', required: ['owner'], properties: { owner: author } } } }),
    success: { status: 200, schema: { type: 'object', required: ['value'], properties: { value: { type: 'object', required: ['uploadUrl', 'image'], properties: { uploadUrl: { enum: ['https://www.linkedin.com/dms-uploads/D4E10AQ/uploaded-image/0'] }, uploadUrlExpiresAt: moment, image: { enum: ['urn:li:image:C4E10AQFoyyAjHPMQuQ'] } } } } } }
  },
  // the same page: the file goes to the address that was given, with the access
  { method: 'PUT', path: '/dms-uploads/{id}/uploaded-image/{part}', parameters: [], body: null, needsToken: true, success: { status: 201, schema: null } },
  // marketing/community-management/shares/videos-api (read on 2026-11-22), “Initialize video upload” and “Finalize video upload”: one path, two actions
  {
    method: 'POST', path: '/rest/videos', parameters: [...versioned, query('action', { enum: ['initializeUpload', 'finalizeUpload'] })], needsToken: true,
    body: json({
      oneOf: [
        { type: 'object', required: ['initializeUploadRequest'], properties: { initializeUploadRequest: { type: 'object', required: ['owner', 'fileSizeBytes', 'uploadCaptions', 'uploadThumbnail'], properties: { owner: author, fileSizeBytes: { type: 'integer', minimum: 1 }, uploadCaptions: { type: 'boolean' }, uploadThumbnail: { type: 'boolean' } } } } },
        { type: 'object', required: ['finalizeUploadRequest'], properties: { finalizeUploadRequest: { type: 'object', required: ['video', 'uploadToken', 'uploadedPartIds'], properties: { video, uploadToken: text, uploadedPartIds: { type: 'array', minItems: 1, items: text } } } } }
      ]
    }),
    success: { status: 200, schema: { type: 'object', properties: {} } }
  },
  // the same page, “Upload the video”: each part to its own address, which is signed; its ETag names it
  { method: 'PUT', path: '/dms-uploads/{video}/{part}', parameters: [], body: null, needsToken: false, success: { status: 200, schema: null, headers: { etag: '"1"' } } },
  // the same page, “Upload the thumbnail”: a picture to its own address, with the access; a header says what it is
  { method: 'PUT', path: '/dms-uploads/{video}/thumbnail/{part}', parameters: [{ name: 'media-type-family', in: 'header', required: true, schema: { enum: ['STILLIMAGE'] } }], body: null, needsToken: true, success: { status: 201, schema: null } },
  // the same page, “Get a video”
  {
    method: 'GET', path: '/rest/videos/{urn}', parameters: [...versioned], body: null, needsToken: true,
    success: { status: 200, schema: { type: 'object', required: ['id', 'status'], properties: { id: video, owner: author, status: { enum: ['AVAILABLE', 'PROCESSING', 'PROCESSING_FAILED', 'WAITING_UPLOAD'] }, duration: { type: 'integer' }, processingFailureReason: text } } }
  },
  // marketing/community-management/shares/documents-api (read on 2026-11-23), “Initialize upload”; the file then goes to the address that was given, with the access
  {
    method: 'POST', path: '/rest/documents', parameters: [...versioned, query('action', { enum: ['initializeUpload'] })], needsToken: true,
    body: json({ type: 'object', required: ['initializeUploadRequest'], properties: { initializeUploadRequest: { type: 'object', required: ['owner'], properties: { owner: author } } } }),
    success: { status: 200, schema: { type: 'object', required: ['value'], properties: { value: { type: 'object', required: ['uploadUrl', 'document'], properties: { uploadUrl: { enum: ['https://www.linkedin.com/dms-uploads/D4E10AQ/ads-uploadedDocument/0'] }, uploadUrlExpiresAt: moment, document: { enum: ['urn:li:document:C5F10AQGKQg_6y2a4sQ'] } } } } } }
  },
  { method: 'PUT', path: '/dms-uploads/{id}/ads-uploadedDocument/{part}', parameters: [], body: null, needsToken: true, success: { status: 201, schema: null } },
  // the same page, “Get a document”
  {
    method: 'GET', path: '/rest/documents/{urn}', parameters: [...versioned], body: null, needsToken: true,
    success: { status: 200, schema: { type: 'object', required: ['id', 'status'], properties: { id: documentUrn, owner: author, status: { enum: ['AVAILABLE', 'PROCESSING', 'PROCESSING_FAILED', 'WAITING_UPLOAD'] }, downloadUrl: text, downloadUrlExpiresAt: moment } } }
  },
  // marketing/community-management/shares/posts-api, “Create a post”: the new post is named by a header
  {
    method: 'POST', path: '/rest/posts', parameters: [...versioned], needsToken: true,
    body: json({ type: 'object', required: ['author', 'commentary', 'visibility', 'distribution', 'lifecycleState'], properties: postFields }),
    success: { status: 201, schema: null, headers: { 'x-restli-id': 'urn:li:share:7058123456789012345' } }
  },
  // the same page, “Find posts by authors”
  { method: 'GET', path: '/rest/posts', parameters: [...versioned, method('FINDER'), query('q', { enum: ['author'] }), query('author', author), query('sortBy', { enum: ['LAST_MODIFIED', 'CREATED'] }, false), ...paging], body: null, needsToken: true, success: { status: 200, schema: listOf(shownPost) } },
  // the same page, “Update posts” (read on 2026-11-22): the commentary, and what advertisements have beside it
  {
    method: 'POST', path: '/rest/posts/{urn}', parameters: [...versioned, method('PARTIAL_UPDATE')], needsToken: true,
    body: json({ type: 'object', required: ['patch'], properties: { patch: { type: 'object', required: ['$set'], properties: { $set: { type: 'object', properties: { commentary: postFields.commentary, contentCallToActionLabel: text, contentLandingPage: text } } } } } }),
    success: nothing
  },
  // the same page, “Get posts by URN” (read on 2026-11-22)
  { method: 'GET', path: '/rest/posts/{urn}', parameters: [...versioned, query('viewContext', { enum: ['AUTHOR', 'READER'] }, false)], body: null, needsToken: true, success: { status: 200, schema: shownPost } },
  // the same page, “Delete posts”
  { method: 'DELETE', path: '/rest/posts/{urn}', parameters: [...versioned, method('DELETE')], body: null, needsToken: true, success: nothing },
  // marketing/community-management/shares/comments-api, “Retrieve comments on shares” and “… on comments”
  { method: 'GET', path: '/rest/socialActions/{urn}/comments', parameters: [...versioned, method('FINDER'), ...paging], body: null, needsToken: true, success: { status: 200, schema: listOf(shownComment) } },
  // the same page, “Create comment” and “Create nested comments”: 1,250 characters
  {
    method: 'POST', path: '/rest/socialActions/{urn}/comments', parameters: [...versioned], needsToken: true,
    body: json({ type: 'object', required: ['actor', 'object', 'message'], properties: { actor: author, object: anyPost, message: { type: 'object', required: ['text'], properties: { text: { type: 'string', maxLength: 1250 }, attributes: { type: 'array', items: { type: 'object' } } } }, parentComment: { type: 'string', pattern: '^urn:li:comment:\\(' } } }),
    success: { status: 201, schema: null, headers: { 'x-restli-id': '7058123456789012399' } }
  },
  // the same page, “Delete comments”
  { method: 'DELETE', path: '/rest/socialActions/{urn}/comments/{id}', parameters: [...versioned, method('DELETE'), query('actor', author)], body: null, needsToken: true, success: nothing },
  // marketing/community-management/shares/network-update-social-actions (read on 2026-11-22), “Retrieve a summary of social actions”
  {
    method: 'GET', path: '/rest/socialActions/{urn}', parameters: [...versioned], body: null, needsToken: true,
    success: { status: 200, schema: { type: 'object', required: ['target'], properties: { target: text, likesSummary: { type: 'object', properties: { likedByCurrentUser: { type: 'boolean' }, totalLikes: { type: 'integer' }, aggregatedTotalLikes: { type: 'integer' } } }, commentsSummary: { type: 'object', properties: { totalFirstLevelComments: { type: 'integer' }, aggregatedTotalComments: { type: 'integer' } } } } } }
  },
  // marketing/community-management/organizations/share-statistics (read on 2026-11-22), “Retrieve statistics for specific shares”
  {
    method: 'GET', path: '/rest/organizationalEntityShareStatistics', needsToken: true, body: null,
    parameters: [...versioned, query('q', { enum: ['organizationalEntity'] }), query('organizationalEntity', author), query('shares', { type: 'string', pattern: '^List\\(urn:li:share:\\d+\\)$' }, false), query('ugcPosts', { type: 'string', pattern: '^List\\(urn:li:ugcPost:\\d+\\)$' }, false)],
    success: { status: 200, schema: listOf({ type: 'object', required: ['organizationalEntity'], properties: { organizationalEntity: { enum: ['urn:li:organization:1337'] }, totalShareStatistics: { type: 'object', properties: { clickCount: { type: 'integer' }, commentCount: { type: 'integer' }, engagement: { type: 'number' }, impressionCount: { type: 'integer' }, likeCount: { type: 'integer' }, shareCount: { type: 'integer' } } } } }) }
  },
  // marketing/community-management/organizations/organization-lookup-api (read on 2026-11-22), “Retrieve organization follower count”
  { method: 'GET', path: '/rest/networkSizes/{urn}', parameters: [...versioned, query('edgeType', { enum: ['COMPANY_FOLLOWED_BY_MEMBER'] })], body: null, needsToken: true, success: { status: 200, schema: { type: 'object', required: ['firstDegreeSize'], properties: { firstDegreeSize: { type: 'integer', minimum: 0 } } } } },
  // marketing/community-management/shares/reactions-api
  {
    method: 'POST', path: '/rest/reactions', parameters: [...versioned, query('actor', author)], needsToken: true,
    body: json({ type: 'object', required: ['root', 'reactionType'], properties: { root: { type: 'string', pattern: '^urn:li:(share|ugcPost|activity|comment):' }, reactionType: { enum: ['LIKE', 'PRAISE', 'EMPATHY', 'INTEREST', 'APPRECIATION', 'ENTERTAINMENT'] } } }),
    success: { status: 201, schema: null }
  },
  { method: 'DELETE', path: '/rest/reactions/{key}', parameters: [...versioned, method('DELETE')], body: null, needsToken: true, success: nothing }
]

export function loadLinkedinDescription(): NetworkDescription {
  return describeOperations(operations, { resolve: () => ({}) })
}
