/**
 * A small AppView over what is really in the repositories of a PDS. It answers as Bluesky's own does, as far as Vigie asks: `npm run appview`
 * compares the two (tests/appview/fake-against-real.test.ts).
 */
import { createNetworkReader } from './read-network.mjs'

/** Of a thread, so many posts upwards hear of an answer (@atproto/bsky 0.0.280). */
const heightOfNotice = 4
/** Pages that the AppView looks through to fill one. */
const pagesToFill = 10

const authorOf = (uri) => /^at:\/\/([^/]+)\//.exec(uri ?? '')?.[1]

/** From the post it answers upwards. Where a post is gone, the thread's first that the answer itself names: its author had heard by then. */
const ancestorsOf = (network, post) => {
  const chain = []
  for (let at = post; at?.record.reply !== undefined && chain.length < heightOfNotice; ) {
    const { parent, root } = at.record.reply
    at = network.find(parent.uri)
    chain.push(at === undefined ? root.uri : parent.uri)
  }
  return chain
}

const doesName = ({ record }, did) => (record.facets ?? []).flatMap((facet) => facet.features).some((feature) => feature.did === did)

/** Whether the author of the thread lets somebody answer in it; of the rules only the one for people that its first post names. */
const mayReply = (network, post, asker) => {
  const root = post.record.reply?.root.uri ?? post.uri
  const allow = network.gates.find(({ did, record }) => did === authorOf(root) && record.post === root)?.record.allow
  if (allow === undefined || authorOf(root) === asker) return true
  return allow.some(({ $type }) => $type.endsWith('#mentionRule')) && doesName(network.find(root), asker)
}

/** Why somebody hears of a post: one reason for each, in this order. */
const noticeOfPost = (network, post, asker) => {
  const { embed } = post.record
  if (doesName(post, asker)) return { reason: 'mention' }
  const quoted = embed?.record?.record?.uri ?? embed?.record?.uri
  if (authorOf(quoted) === asker) return { reason: 'quote', reasonSubject: quoted }
  const answered = ancestorsOf(network, post).find((uri) => authorOf(uri) === asker)
  return answered === undefined ? undefined : { reason: 'reply', reasonSubject: answered }
}

const noticeOf = (network, asker) => {
  const ofSubject = (reason) => ({ record }) => (authorOf(record.subject.uri) === asker ? { reason, reasonSubject: record.subject.uri } : undefined)
  return [
    ...network.posts.map((post) => [post, noticeOfPost(network, post, asker)]),
    ...network.likes.map((like) => [like, ofSubject('like')(like)]),
    ...network.reposts.map((repost) => [repost, ofSubject('repost')(repost)]),
    ...network.follows.map((follow) => [follow, follow.record.subject === asker ? { reason: 'follow' } : undefined])
  ].flatMap(([{ did, uri, cid, record }, notice]) => {
    if (notice === undefined || did === asker) return []
    const indexedAt = new Date(Math.min(Date.parse(record.createdAt), Date.now())).toISOString()
    return [{ uri, cid, author: network.profile(did), record, isRead: false, indexedAt, ...notice }]
  })
}

/** Newest first; the cursor is the time of the last row looked at. What is not wanted, or blocked, is left out after the page was cut, and the page filled up. */
const listNotifications = (network, asker, { reasons, cursor, limit }) => {
  const below = noticeOf(network, asker)
    .toSorted((a, b) => (a.indexedAt < b.indexedAt ? 1 : -1))
    .filter(({ indexedAt }) => cursor === null || indexedAt < cursor)
  const isWanted = ({ reason, author }) => (reasons.length === 0 || reasons.includes(reason)) && !network.isBlock(author.did, asker)
  const notifications = []
  let looked = 0
  for (let pages = 0; pages < pagesToFill && looked < below.length && notifications.length < (pages === 0 ? 1 : limit / 2); pages += 1) {
    const rows = below.slice(looked, looked + limit - notifications.length)
    notifications.push(...rows.filter(isWanted))
    looked += rows.length
  }
  return { notifications, priority: false, ...(looked < below.length ? { cursor: below[looked - 1].indexedAt } : {}) }
}

const postView = (network, post, asker) => {
  const countOf = (records) => records.filter(({ record }) => record.subject.uri === post.uri).length
  const like = network.likes.find(({ did, record }) => did === asker && record.subject.uri === post.uri)
  return {
    uri: post.uri, cid: post.cid, author: network.profile(post.did), record: post.record, indexedAt: post.record.createdAt,
    replyCount: network.posts.filter(({ record }) => record.reply?.parent.uri === post.uri).length,
    repostCount: countOf(network.reposts),
    likeCount: countOf(network.likes),
    quoteCount: network.posts.filter(({ record }) => (record.embed?.record?.record?.uri ?? record.embed?.record?.uri) === post.uri).length,
    viewer: { threadMuted: false, embeddingDisabled: false, ...(mayReply(network, post, asker) ? {} : { replyDisabled: true }), ...(like === undefined ? {} : { like: like.uri }) }
  }
}

const threadOf = (network, uri, asker, height) => {
  const post = network.find(uri)
  if (post === undefined) return { $type: 'app.bsky.feed.defs#notFoundPost', uri, notFound: true }
  if (network.isBlock(post.did, asker)) return { $type: 'app.bsky.feed.defs#blockedPost', uri, blocked: true, author: { did: post.did } }
  const parent = height === 0 ? undefined : post.record.reply?.parent.uri
  return { $type: 'app.bsky.feed.defs#threadViewPost', post: postView(network, post, asker), ...(parent === undefined ? {} : { parent: threadOf(network, parent, asker, height - 1) }) }
}

const refused = (status, error, message) => ({ status, json: { error, message } })

/** Answers calls: the method, its parameters, and the DID of who asks. */
export function createFakeAppView(pdsUrl) {
  const read = createNetworkReader(pdsUrl)
  return async (method, parameters, asker) => {
    const network = await read()
    switch (method) {
      case 'app.bsky.notification.listNotifications':
        return { status: 200, json: listNotifications(network, asker, { reasons: parameters.getAll('reasons'), cursor: parameters.get('cursor'), limit: Number(parameters.get('limit') ?? 50) }) }
      case 'app.bsky.feed.getPosts': {
        const posts = parameters.getAll('uris').flatMap((uri) => network.find(uri) ?? []).filter(({ did }) => !network.isBlock(did, asker))
        return { status: 200, json: { posts: posts.map((post) => postView(network, post, asker)) } }
      }
      case 'app.bsky.feed.getPostThread': {
        const uri = parameters.get('uri')
        const thread = threadOf(network, uri, asker, Number(parameters.get('parentHeight') ?? 80))
        return thread.notFound === true ? refused(400, 'NotFound', `Post not found: ${uri}`) : { status: 200, json: { thread } }
      }
      default:
        return refused(501, 'MethodNotImplemented', method)
    }
  }
}
