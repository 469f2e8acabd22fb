/**
 * What stands behind the PDS in the tests: an AppView that knows nothing but what is really in the repositories of the PDS (it reads them anew
 * for each question, so nothing is ever stale), and a chat service in memory. The PDS vouches for the asker with a signed service token.
 */
import { createServer } from 'node:http'
import { createChat } from './fake-chat.mjs'
import { readNetwork } from './read-network.mjs'

const json = (response, status, body) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const askerOf = (request) => {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  return token === undefined ? null : JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()).iss
}

const bodyOf = async (request) => {
  let body = ''
  for await (const chunk of request) body += chunk
  return body === '' ? {} : JSON.parse(body)
}

const notificationsFor = (network, asker, { reasons, cursor, limit }) => {
  const found = []
  for (const post of network.posts) {
    if (post.did === asker) continue
    const reasonAndSubject = reasonFor(network, post, asker)
    if (reasonAndSubject !== null && (reasons.length === 0 || reasons.includes(reasonAndSubject.reason))) {
      found.push({ uri: post.uri, cid: post.cid, author: network.profile(post.did), record: post.record, isRead: false, indexedAt: post.record.createdAt, ...reasonAndSubject })
    }
  }
  found.sort((a, b) => (a.indexedAt < b.indexedAt ? 1 : -1))
  const from = cursor === null ? 0 : Number(cursor)
  const page = found.slice(from, from + limit)
  return { notifications: page, ...(from + limit < found.length ? { cursor: String(from + limit) } : {}) }
}

const isBy = (uri, did) => typeof uri === 'string' && uri.startsWith(`at://${did}/`)

const reasonFor = (network, { record }, asker) => {
  if (isBy(record.reply?.parent?.uri, asker)) return { reason: 'reply', reasonSubject: record.reply.parent.uri }
  if (isBy(record.embed?.record?.uri, asker)) return { reason: 'quote', reasonSubject: record.embed.record.uri }
  const mentions = (record.facets ?? []).flatMap((facet) => facet.features).some((feature) => feature.did === asker)
  if (mentions) return { reason: 'mention' }
  // The AppView also tells the author of the thread's first post of answers deeper in it.
  return isBy(record.reply?.root?.uri, asker) ? { reason: 'reply', reasonSubject: record.reply.root.uri } : null
}

const postView = (network, post, asker) => {
  const like = network.likes.find(({ did, record }) => did === asker && record.subject.uri === post.uri)
  return {
    uri: post.uri, cid: post.cid, author: network.profile(post.did), record: post.record, indexedAt: post.record.createdAt,
    likeCount: network.likes.filter(({ record }) => record.subject.uri === post.uri).length,
    viewer: like === undefined ? {} : { like: like.uri }
  }
}

const threadOf = (network, uri, asker) => {
  const post = network.find(uri)
  if (post === undefined) return { $type: 'app.bsky.feed.defs#notFoundPost', uri, notFound: true }
  const parent = post.record.reply?.parent.uri
  return { $type: 'app.bsky.feed.defs#threadViewPost', post: postView(network, post, asker), ...(parent === undefined ? {} : { parent: threadOf(network, parent, asker) }) }
}

const appView = async (pdsUrl, method, parameters, asker) => {
  const network = await readNetwork(pdsUrl)
  switch (method) {
    case 'app.bsky.notification.listNotifications':
      return notificationsFor(network, asker, { reasons: parameters.getAll('reasons'), cursor: parameters.get('cursor'), limit: Number(parameters.get('limit') ?? 50) })
    case 'app.bsky.feed.getPosts':
      return { posts: parameters.getAll('uris').flatMap((uri) => network.find(uri) ?? []).map((post) => postView(network, post, asker)) }
    case 'app.bsky.feed.getPostThread': {
      const thread = threadOf(network, parameters.get('uri'), asker)
      return thread.notFound ? null : { thread }
    }
    case 'app.bsky.actor.getProfile':
      return network.profile(parameters.get('actor'))
    default:
      return undefined
  }
}

export async function startFakeServices(pdsUrl) {
  const chat = createChat()
  const answer = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost')
    // The tests' own way in: what another person does in the chat.
    if (pathname === '/test/chat') return json(response, 200, chat.say(await bodyOf(request)))
    const method = pathname.replace('/xrpc/', '')
    const asker = askerOf(request)
    if (asker === null) return json(response, 401, { error: 'AuthMissing', message: 'no service token' })
    const value = method.startsWith('chat.bsky.') ? chat.answer(method, searchParams, asker, await bodyOf(request)) : await appView(pdsUrl, method, searchParams, asker)
    if (value === undefined) return json(response, 501, { error: 'MethodNotImplemented', message: method })
    return value === null ? json(response, 400, { error: 'NotFound', message: 'Post not found' }) : json(response, 200, value)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => json(response, 500, { error: 'InternalServerError', message: String(error) }))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://localhost:${server.address().port}`, close: () => server.closeAllConnections() }
}
