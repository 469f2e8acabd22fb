import { request, type IncomingHttpHeaders } from 'node:http'

/** Who signs in on the server's own pages. */
export interface PdsVisitor {
  readonly handle: string
  readonly password: string
  readonly allows: boolean
}

interface Page {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const navigation = { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }

/**
 * What a person and their browser do on a PDS' own authorization pages: open, sign in, allow or refuse. Gives the address of the redirect that would leave
 * the server, unopened. With node:http, since `fetch` may not set the headers that a browser sets of itself and the server insists on.
 */
export async function browsePds(loginUrl: string, { handle, password, allows }: PdsVisitor): Promise<string> {
  const cookies = new Map<string, string>()
  const { origin } = new URL(loginUrl)

  async function visit(method: 'GET' | 'POST', url: string, headers: Readonly<Record<string, string>>, body?: string): Promise<Page> {
    const page = await exchange(method, url, { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...headers }, body)
    for (const given of page.headers['set-cookie'] ?? []) {
      const [pair = ''] = given.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return page
  }

  /** As the script of the page does. */
  async function tell(what: string, input: object): Promise<Record<string, unknown>> {
    const headers = {
      'content-type': 'application/json', accept: 'application/json', 'x-csrf-token': cookies.get('csrf-token') ?? '', origin, referer: loginUrl,
      'sec-fetch-mode': 'same-origin', 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty'
    }
    const page = await visit('POST', `${origin}/@atproto/oauth-provider/~api${what}`, headers, JSON.stringify(input))
    if (page.status >= 400) throw new Error(`${what}: ${page.status} ${page.body.slice(0, 300)}`)
    return JSON.parse(page.body) as Record<string, unknown>
  }

  const opened = await visit('GET', loginUrl, { ...navigation, 'sec-fetch-site': 'cross-site' })
  // A request that came too late is sent back at once.
  if (opened.headers.location !== undefined) return opened.headers.location
  if (opened.status !== 200) throw new Error(`the login page says ${opened.status}: ${opened.body.replaceAll(/<[^>]*>/g, ' ').slice(0, 300)}`)
  const signedIn = await tell('/sign-in', { locale: 'en-US', username: handle, password, remember: true })
  const { did, sub } = signedIn['account'] as { did?: string; sub?: string }
  const decided = allows ? await tell('/consent', { did: did ?? sub }) : await tell('/reject', {})
  const leaving = await visit('GET', String(decided['url']), { ...navigation, referer: loginUrl, 'sec-fetch-site': 'same-origin' })
  const { location } = leaving.headers
  if (location === undefined) throw new Error(`the login ends with ${leaving.status}: ${leaving.body.slice(0, 300)}`)
  return location
}

function exchange(method: string, url: string, headers: Readonly<Record<string, string>>, body?: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers: { 'user-agent': 'a browser', ...headers } }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += String(chunk)))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    call.on('error', reject)
    call.end(body)
  })
}
