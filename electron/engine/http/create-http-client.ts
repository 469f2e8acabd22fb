import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { Logger } from '../log/logger.ts'
import { checkAddress, type AddressRules, type CheckedAddress } from './check-address.ts'
import { describeHttpFailure, isCertificateFailure } from './describe-http-failure.ts'
import type { ExchangeAnswer, ExchangeResult } from './exchange-result.ts'
import { createExchanger, type ExchangeRequest, type Exchanger } from './exchange.ts'
import type { HttpClient, HttpRequest, HttpResponse, HttpResult } from './http-client.ts'
import { encodeBody } from './encode-body.ts'
import type { ProxyLogins } from './proxy-logins.ts'
import { acceptedEncodings } from './read-body.ts'
import { redactAddress } from './redact.ts'
import { direct, type FindRoutes } from './route.ts'
import { trustSystemCertificates } from './system-certificates.ts'
import { unsendableCredential } from './unsendable-credential.ts'

const defaultMaxBytes = 8 * 1024 * 1024
const defaultTimeout = 30_000
const connectTimeout = 10_000
const maxRedirects = 5

export interface HttpClientOptions {
  readonly log: Logger
  /** `Vigie/0.1.0`; servers ask for a name that tells who calls. */
  readonly userAgent: string
  /** Development and tests: loopback is reached even by requests that refuse private addresses. */
  readonly loopbackIsAllowed?: boolean
  /** Gives the reason why nothing may go out just now (the user works offline), null when it may. Asked before each hop. */
  readonly refuse?: () => StudioError | null
  readonly exchanger?: Exchanger
  /** Left out: a proxy that wants a login lets nothing through. */
  readonly proxyLogins?: Pick<ProxyLogins, 'run'>
  /** The ways to an address, as the system's proxy settings have them. Left out: straight. */
  readonly findRoutes?: FindRoutes
}

export interface ClosableHttpClient extends HttpClient {
  /** Ends kept connections. */
  close(): void
}

/** Where a request has got to on its way through redirects. */
interface Hop {
  readonly target: CheckedAddress
  readonly redirects: number
  /** How far permanent redirects alone have led; null before the first, and what it stays once a temporary one came. */
  readonly movedTo: string | null
  readonly isMovedForGood: boolean
}

/** The engine's one door to the network; see HttpClient for what it promises. */
export function createHttpClient(options: HttpClientOptions): ClosableHttpClient {
  const { log, userAgent, loopbackIsAllowed = false, refuse = () => null, proxyLogins, exchanger = createExchanger(proxyLogins), findRoutes = async () => [direct] } = options

  async function prepare(request: HttpRequest): Promise<Omit<ExchangeRequest, 'url' | 'reach' | 'route'>> {
    const { body, headers: bodyHeaders } = await encodeBody(request.body)
    const isStreamed = body !== null && !(body instanceof Uint8Array)
    const deadline = isStreamed ? movingDeadline(request.timeout ?? defaultTimeout) : { signal: AbortSignal.timeout(request.timeout ?? defaultTimeout), move: () => undefined }
    const signal = AbortSignal.any([deadline.signal, ...(request.signal ? [request.signal] : [])])
    const headers = { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': acceptedEncodings, ...bodyHeaders, ...inLowerCase(request.headers ?? {}) }
    return { method: request.method, headers, body, onPiece: deadline.move, maxBytes: request.maxBytes ?? defaultMaxBytes, connectTimeout, signal }
  }

  function mayGo(target: CheckedAddress): CheckedAddress {
    const refusal = target.ok ? refuse() : null
    return refusal === null ? target : { ok: false, error: refusal }
  }

  /** A way that is closed is followed by the next one, as long as nothing was sent. */
  async function exchangeOnFirstWay(request: Omit<ExchangeRequest, 'route'>): Promise<ExchangeResult> {
    const [first = direct, ...others] = await findRoutes(request.url)
    let result = await exchangeOnce(exchanger, { ...request, route: first })
    for (const route of others) {
      if (result.ok || result.sent === 'maybe' || request.signal.aborted) return result
      result = await exchangeOnce(exchanger, { ...request, route })
    }
    return result
  }

  async function send(request: HttpRequest): Promise<HttpResult> {
    const rules: AddressRules = { privateAddresses: request.privateAddresses ?? 'allowed', loopbackIsAllowed, plainHttp: request.signed ? 'refused' : (request.plainHttp ?? 'refused') }
    const unsendable = unsendableCredential(request)
    if (unsendable !== null) return failure('no', unsendable)
    const prepared = await prepare(request)
    let hop: Hop = { target: checkAddress(request.url, rules), redirects: 0, movedTo: null, isMovedForGood: true }
    for (;;) {
      const target = mayGo(hop.target)
      if (!target.ok) return failure(sentBefore(hop), target.error)
      const { url, reach } = target
      const result = await exchangeOnFirstWay({ ...prepared, url, reach })
      if (!result.ok) return failure(hop.redirects === 0 ? result.sent : 'maybe', describeHttpFailure(result.cause, url, prepared.signal))
      const next = redirectTarget(request, result.answer, url)
      if (next === null) return { ok: true, response: responseFrom(result.answer, url, hop) }
      const objection = objectionTo(next, request, url, hop)
      if (objection !== null) return failure('maybe', objection)
      hop = nextHop(hop, next, result.answer.status, checkAddress(next.href, rules, url))
    }
  }

  return {
    async send(request) {
      const result = await send(request)
      if (!result.ok) log.warning(`${request.method} ${redactAddress(request.url)} failed: ${result.failure.error.code}, sent: ${result.failure.sent}, ${result.failure.error.message}`)
      return result
    },
    close: () => exchanger.close()
  }
}

/** Ends what stands still, however long all of it takes. The reason is what `AbortSignal.timeout` gives. */
function movingDeadline(ms: number): { readonly signal: AbortSignal; move(): void } {
  const abort = new AbortController()
  const end = (): void => abort.abort(new DOMException('the upload stood still', 'TimeoutError'))
  const timer = setTimeout(end, ms)
  timer.unref()
  return { signal: abort.signal, move: () => void (abort.signal.aborted || timer.refresh()) }
}

function responseFrom(answer: ExchangeAnswer, url: URL, { movedTo }: Hop): HttpResponse {
  return { ...answer, url: url.href, ...(movedTo === null ? {} : { movedTo }) }
}

function nextHop(hop: Hop, next: URL, status: number, target: CheckedAddress): Hop {
  const isMovedForGood = hop.isMovedForGood && (status === 301 || status === 308)
  return { target, redirects: hop.redirects + 1, isMovedForGood, movedTo: isMovedForGood ? next.href : hop.movedTo }
}

function objectionTo(next: URL, request: HttpRequest, from: URL, hop: Hop): StudioError | null {
  if (hop.redirects === maxRedirects) return studioError('unexpected_answer', `too many redirects at ${redactAddress(from.href)}`, { details: { reason: 'redirects', host: from.host } })
  return request.signed && next.origin !== from.origin ? crossOrigin(next) : null
}

/** After a redirect the first server has had the request. */
function sentBefore(hop: Hop): 'no' | 'maybe' {
  return hop.redirects === 0 ? 'no' : 'maybe'
}

/**
 * A kept connection that the server was just closing says nothing: a read is made once more, on a new one if need be. Before a certificate is refused for good,
 * those are asked whom the system trusts; nothing has been sent by then.
 */
async function exchangeOnce(exchanger: Exchanger, request: ExchangeRequest): Promise<ExchangeResult> {
  const first = await exchanger.exchange(request)
  if (!first.ok && first.sent === 'no' && isCertificateFailure(first.cause) && trustSystemCertificates()) return exchanger.exchange(request)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  return !first.ok && first.wasReused && isRead && !request.signal.aborted ? exchanger.exchange(request) : first
}

/** Reads follow every redirect. Writes follow only those that keep method and body: turned into a read they would look like success. */
function redirectTarget(request: HttpRequest, { status, headers }: ExchangeAnswer, from: URL): URL | null {
  const location = headers['location']
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const follows = status === 307 || status === 308 || (isRead && (status === 301 || status === 302 || status === 303))
  if (!follows || location === undefined || !URL.canParse(location, from.href)) return null
  const next = new URL(location, from.href)
  next.hash = ''
  return next
}

function crossOrigin(next: URL): StudioError {
  return studioError('address_refused', `a signed call was redirected to ${redactAddress(next.origin)}`, { details: { reason: 'cross_origin_redirect', host: next.host } })
}

function failure(sent: 'no' | 'maybe', error: StudioError): HttpResult {
  return { ok: false, failure: { sent, error } }
}

function inLowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
