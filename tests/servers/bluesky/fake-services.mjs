/**
 * What stands behind the PDS in the tests: a small AppView (fake-appview.mjs) and a chat service in memory (fake-chat.mjs). The PDS vouches
 * for the asker with a signed service token.
 */
import { createServer } from 'node:http'
import { createFakeAppView } from './fake-appview.mjs'
import { createChat } from './fake-chat.mjs'

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

export async function startFakeServices(pdsUrl) {
  const chat = createChat()
  const appView = createFakeAppView(pdsUrl)
  /** The tests' own way in, by its path. */
  const tests = new Map([['/test/chat', async (input) => chat.say(input)]])
  const answer = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost')
    const test = tests.get(pathname)
    if (test !== undefined) return json(response, 200, (await test(await bodyOf(request))) ?? {})
    const method = pathname.replace('/xrpc/', '')
    const asker = askerOf(request)
    if (asker === null) return json(response, 401, { error: 'AuthMissing', message: 'no service token' })
    if (!method.startsWith('chat.bsky.')) {
      const { status, json: body } = await appView(method, searchParams, asker)
      return json(response, status, body)
    }
    const value = chat.answer(method, searchParams, asker, await bodyOf(request))
    return value === undefined ? json(response, 501, { error: 'MethodNotImplemented', message: method }) : json(response, 200, value)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => json(response, 500, { error: 'InternalServerError', message: String(error) }))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://localhost:${server.address().port}`, close: () => server.closeAllConnections(), addTest: (path, act) => void tests.set(path, act) }
}
