import { describeOperations, type Operation } from './described-operations.ts'
import { loadDiscovery, type DiscoveryDocument } from './discovery-description.ts'
import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

/*
 * Locations have a document of Google's (specs/google-business). Posts and reviews stay in version 4, of which Google publishes none that is kept up: this table is written by hand, with the
 * source of each line. All read on 2026-11-23, below https://developers.google.com/my-business/reference/
 */
const text: Schema = { type: 'string' }
const whole: Schema = { type: 'integer' }
const postName = 'accounts/101/locations/202/localPosts/7'

/** rest/v4/accounts.locations.localPosts#CallToAction */
const callToAction: Schema = { type: 'object', additionalProperties: false, required: ['actionType'], properties: { actionType: { enum: ['BOOK', 'ORDER', 'SHOP', 'LEARN_MORE', 'SIGN_UP', 'CALL'] }, url: text } }
/** rest/v4/accounts.locations.localPosts: of a MediaItem `sourceUrl` is the only supported field; rest/v4/accounts.locations.media#MediaFormat */
const photo: Schema = { type: 'object', additionalProperties: false, required: ['mediaFormat', 'sourceUrl'], properties: { mediaFormat: { enum: ['PHOTO'] }, sourceUrl: text } }
/** rest/Shared.Types/Date (developers.google.com/my-business/reference/rest/v4/Date) and rest/v4/accounts.locations.localPosts#TimeOfDay */
const day: Schema = { type: 'object', additionalProperties: false, required: ['year', 'month', 'day'], properties: { year: { type: 'integer', minimum: 1, maximum: 9999 }, month: { type: 'integer', minimum: 1, maximum: 12 }, day: { type: 'integer', minimum: 1, maximum: 31 } } }
const hour: Schema = { type: 'object', additionalProperties: false, required: ['hours', 'minutes'], properties: { hours: { type: 'integer', minimum: 0, maximum: 23 }, minutes: { type: 'integer', minimum: 0, maximum: 59 }, seconds: whole, nanos: whole } }
/** rest/v4/accounts.locations.localPosts#LocalPostEvent and #TimeInterval: “It must contain all fields to be valid” */
const event: Schema = {
  type: 'object', additionalProperties: false, required: ['title', 'schedule'],
  properties: { title: { type: 'string', minLength: 1, maxLength: 58 }, schedule: { type: 'object', additionalProperties: false, required: ['startDate', 'startTime', 'endDate', 'endTime'], properties: { startDate: day, startTime: hour, endDate: day, endTime: hour } } }
}
/** rest/v4/accounts.locations.localPosts#LocalPostOffer: each is optional */
const offer: Schema = { type: 'object', additionalProperties: false, properties: { couponCode: text, redeemOnlineUrl: text, termsConditions: text } }
/** rest/v4/accounts.locations.localPosts#LocalPost: what may be said of a post */
const written: Schema = {
  type: 'object', additionalProperties: false, required: ['topicType'],
  properties: { languageCode: text, summary: { type: 'string', minLength: 1, maxLength: 1500 }, callToAction, media: { type: 'array', maxItems: 1, items: photo }, topicType: { enum: ['STANDARD', 'EVENT', 'OFFER'] }, event, offer },
  // “Required for topic types EVENT and OFFER”; an offer has no button.
  oneOf: [
    { properties: { topicType: { enum: ['STANDARD'] } }, not: { anyOf: [{ required: ['event'] }, { required: ['offer'] }] } },
    { properties: { topicType: { enum: ['EVENT'] } }, required: ['event'], not: { required: ['offer'] } },
    { properties: { topicType: { enum: ['OFFER'] } }, required: ['event'], not: { required: ['callToAction'] } }
  ]
}
/** rest/v4/accounts.locations.localPosts#LocalPost: what Google says of one. `scheduledTime` and the states SCHEDULED and RECURRING came in 2026 (content/latest-updates). */
const post: Schema = {
  type: 'object', required: ['name'],
  properties: {
    name: { enum: [postName] }, languageCode: text, summary: text, callToAction, createTime: { enum: ['2026-06-01T12:00:00.123456Z'] }, updateTime: { enum: ['2026-06-01T12:00:00Z'] },
    state: { enum: ['LIVE', 'PROCESSING', 'REJECTED', 'SCHEDULED', 'RECURRING', 'LOCAL_POST_STATE_UNSPECIFIED'] }, searchUrl: { enum: ['https://local.google.com/place?id=1&use=posts&lpsid=7'] }, topicType: { enum: ['STANDARD', 'EVENT', 'OFFER', 'ALERT'] }, event, offer,
    media: { type: 'array', items: { type: 'object', properties: { name: text, mediaFormat: { enum: ['PHOTO', 'VIDEO'] }, googleUrl: text, sourceUrl: text } } }
  }
}
/** rest/v4/accounts.locations.reviews#ReviewReply: 4096 bytes at most, which has fewer characters or as many; the states came in April 2026 (content/latest-updates) */
const reply: Schema = { type: 'object', required: ['comment'], properties: { comment: text, updateTime: { enum: ['2026-06-02T12:00:00Z'] }, reviewReplyState: { enum: ['PENDING', 'APPROVED', 'REVIEW_REPLY_STATE_UNSPECIFIED'] }, policyViolation: text } }
/** rest/v4/accounts.locations.reviews#Review */
const review: Schema = {
  type: 'object', required: ['name', 'starRating', 'createTime'],
  properties: {
    name: { enum: ['accounts/101/locations/202/reviews/AbFvOq_1'] }, reviewId: text, reviewer: { type: 'object', properties: { profilePhotoUrl: text, displayName: text, isAnonymous: { type: 'boolean' } } }, starRating: { enum: ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'] },
    comment: text, createTime: { enum: ['2026-06-01T12:00:00.045123456Z'] }, updateTime: { enum: ['2026-06-01T12:00:00.045123456Z'] }, reviewReply: reply, reviewMediaItems: { type: 'array', items: { type: 'object', properties: { thumbnailUrl: text } } }, reviewReplyUrl: { enum: ['https://business.google.com/reviews/1'] }
  }
}
const json = (schema: Schema): Operation['body'] => ({ isRequired: true, contents: { 'application/json': schema } })
const list = '/v4/accounts/{accountId}/locations/{locationId}/localPosts'
const page = { name: 'pageToken', in: 'query', required: false, schema: text }
const date = (name: string): Operation['parameters'] => ['year', 'month', 'day'].map((part) => ({ name: `dailyRange.${name}.${part}`, in: 'query', required: false, schema: whole }))
/** performance/rest/v1/DailyMetric */
const dailyMetric: Schema = {
  enum: ['BUSINESS_IMPRESSIONS_DESKTOP_MAPS', 'BUSINESS_IMPRESSIONS_DESKTOP_SEARCH', 'BUSINESS_IMPRESSIONS_MOBILE_MAPS', 'BUSINESS_IMPRESSIONS_MOBILE_SEARCH', 'BUSINESS_CONVERSATIONS', 'BUSINESS_DIRECTION_REQUESTS', 'CALL_CLICKS', 'WEBSITE_CLICKS', 'BUSINESS_BOOKINGS', 'BUSINESS_FOOD_ORDERS', 'BUSINESS_FOOD_MENU_CLICKS']
}

const operations: readonly Operation[] = [
  // accountmanagement/rest/v1/accounts/list: 20 at most
  {
    method: 'GET', path: '/v1/accounts', body: null, needsToken: true, parameters: [{ name: 'pageSize', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 20 } }, page],
    success: { status: 200, schema: { type: 'object', properties: { accounts: { type: 'array', items: { type: 'object', required: ['name'], properties: { name: { enum: ['accounts/101'] }, accountName: text, type: { enum: ['PERSONAL', 'LOCATION_GROUP', 'USER_GROUP', 'ORGANIZATION'] } } } } } } }
  },
  // rest/v4/accounts.locations.localPosts/create
  { method: 'POST', path: list, parameters: [], body: json(written), needsToken: true, success: { status: 200, schema: post } },
  // rest/v4/accounts.locations.localPosts/list: between 1 and 100
  {
    method: 'GET', path: list, body: null, needsToken: true, parameters: [{ name: 'pageSize', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 100 } }, page],
    success: { status: 200, schema: { type: 'object', properties: { localPosts: { type: 'array', items: post } } } }
  },
  // rest/v4/accounts.locations.localPosts/get
  { method: 'GET', path: `${list}/{localPostId}`, parameters: [], body: null, needsToken: true, success: { status: 200, schema: post } },
  // rest/v4/accounts.locations.localPosts/patch; content/posts-data, “Edit posts”: only what the mask names
  {
    method: 'PATCH', path: `${list}/{localPostId}`, needsToken: true, parameters: [{ name: 'updateMask', in: 'query', required: true, schema: { enum: ['summary'] } }],
    body: json({ type: 'object', additionalProperties: false, required: ['summary'], properties: { summary: { type: 'string', maxLength: 1500 } } }), success: { status: 200, schema: post }
  },
  // rest/v4/accounts.locations.localPosts/delete: an empty body
  { method: 'DELETE', path: `${list}/{localPostId}`, parameters: [], body: null, needsToken: true, success: { status: 200, schema: { type: 'object', properties: {} } } },
  // rest/v4/accounts.locations.reviews/list
  {
    method: 'GET', path: '/v4/accounts/{accountId}/locations/{locationId}/reviews', body: null, needsToken: true,
    parameters: [{ name: 'pageSize', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 50 } }, page, { name: 'orderBy', in: 'query', required: false, schema: { enum: ['rating', 'rating desc', 'updateTime desc'] } }],
    success: { status: 200, schema: { type: 'object', properties: { reviews: { type: 'array', items: review }, averageRating: { type: 'number' }, totalReviewCount: whole } } }
  },
  // rest/v4/accounts.locations.reviews/get
  { method: 'GET', path: '/v4/accounts/{accountId}/locations/{locationId}/reviews/{reviewId}', parameters: [], body: null, needsToken: true, success: { status: 200, schema: review } },
  // rest/v4/accounts.locations.reviews/updateReply
  { method: 'PUT', path: '/v4/accounts/{accountId}/locations/{locationId}/reviews/{reviewId}/reply', parameters: [], body: json({ type: 'object', additionalProperties: false, required: ['comment'], properties: { comment: { type: 'string', minLength: 1, maxLength: 4096 } } }), needsToken: true, success: { status: 200, schema: reply } },
  // rest/v4/accounts.locations.reviews/deleteReply
  { method: 'DELETE', path: '/v4/accounts/{accountId}/locations/{locationId}/reviews/{reviewId}/reply', parameters: [], body: null, needsToken: true, success: { status: 200, schema: { type: 'object', properties: {} } } },
  // performance/rest/v1/locations/fetchMultiDailyMetricsTimeSeries: a value of 0 is left out, the others are texts
  {
    method: 'GET', path: '/v1/locations/{locationId}:fetchMultiDailyMetricsTimeSeries', body: null, needsToken: true,
    parameters: [{ name: 'dailyMetrics', in: 'query', required: true, schema: { type: 'array', items: dailyMetric } }, ...date('startDate'), ...date('endDate')],
    success: {
      status: 200,
      schema: {
        type: 'object',
        properties: {
          multiDailyMetricTimeSeries: {
            type: 'array',
            items: { type: 'object', properties: { dailyMetricTimeSeries: { type: 'array', items: { type: 'object', required: ['dailyMetric'], properties: { dailyMetric, timeSeries: { type: 'object', properties: { datedValues: { type: 'array', items: { type: 'object', properties: { date: { type: 'object', properties: { year: whole, month: whole, day: whole } }, value: { enum: ['42'] } } } } } } } } } } }
          }
        }
      }
    }
  }
]

/** How names look there: “locations/{location_id}”; a location has one, and a list that is asked for has each (specs/google-business, `Location.name`). The document requires nothing. */
function adjust({ schemas }: DiscoveryDocument): void {
  const location = schemas['Location'] as Schema & { readonly properties: Record<string, Schema> }
  Object.assign(location, { required: ['name'] })
  Object.assign(location.properties, { name: { enum: ['locations/202'] } })
}

export function loadGoogleBusinessDescription(): NetworkDescription {
  const byHand = describeOperations(operations, { resolve: () => ({}) })
  const asked = loadDiscovery('google-business/mybusinessbusinessinformation.v1.json')
  const answered = loadDiscovery('google-business/mybusinessbusinessinformation.v1.json', { adjust })
  return {
    operationOf: (request) => byHand.operationOf(request) ?? asked.operationOf(request),
    check: (request) => (byHand.operationOf(request) === null ? asked : byHand).check(request),
    answer: (request, fullness) => (byHand.operationOf(request) === null ? answered : byHand).answer(request, fullness)
  }
}
