import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { isLoopbackAddress } from '../../../../shared/networks/is-loopback-address.ts'
import { callApi, callForJson, type ApiCall } from '../api-call.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { toServerAddress } from '../server-address.ts'
import type { WordpressOptions } from './wordpress-options.ts'

export interface WordpressSite {
  readonly apiRoot: string
  /** The site's own address, without final slash; it may be a folder of a larger one. */
  readonly home: string
  readonly name: string
  readonly takesAppPasswords: boolean
}

const indexSchema = z.looseObject({
  name: z.string(),
  home: z.string(),
  namespaces: z.array(z.string()),
  // PHP writes an empty list where nothing is, an object where something is.
  authentication: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]).optional()
})

const largestPage = 4 * 1024 * 1024

/** Finds the API of a site: https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/ (read on 2026-11-21). */
export async function findWordpressApi(options: WordpressOptions, typed: string, signal: AbortSignal): Promise<NetworkResult<WordpressSite>> {
  const address = toServerAddress(typed)
  if (!address.ok) return address
  const call: ApiCall = { http: options.http, effect: 'none', now: () => options.clock.now() }
  const page = await callApi(call, { method: 'GET', url: `${address.value}/`, signed: false, maxBytes: largestPage, signal })
  if (!page.ok && isAboutReaching(page.failure)) return page
  const linked = page.ok ? apiRootIn(page.value.response.headers['link'] ?? '') : null
  const home = page.ok ? homeOf(page.value.response.url) : address.value
  const roots = [...(linked === null ? [] : [linked]), `${home}/wp-json/`, `${home}/?rest_route=/`]
  for (const apiRoot of roots) {
    const index = await callForJson(call, { method: 'GET', url: apiRoot, signed: false, signal }, indexSchema)
    if (index.ok) return done(siteFrom(apiRoot, index.value))
    if (isAboutReaching(index.failure)) return index
  }
  return failed('rejected', studioError('not_that_kind_of_server', 'no WordPress API was found there', { details: { host: new URL(address.value).host } }))
}

export function siteFrom(apiRoot: string, index: z.infer<typeof indexSchema>): WordpressSite {
  const ways = index.authentication
  const takesAppPasswords = ways !== undefined && !Array.isArray(ways) && 'application-passwords' in ways
  return { apiRoot, home: index.home.replace(/\/+$/, ''), name: index.name, takesAppPasswords }
}

/** The server was not reached, or is busy: asking in other ways would bring nothing. */
function isAboutReaching({ kind }: NetworkFailure): boolean {
  return kind === 'not_sent' || kind === 'rate_limited'
}

/** `<https://site/wp-json/>; rel="https://api.w.org/"` among the links of a page. The password goes there: https, or this computer. */
export function apiRootIn(header: string): string | null {
  const root = /<([^>]+)>\s*;\s*rel="?https:\/\/api\.w\.org\/"?/.exec(header)?.[1]
  if (root === undefined || !URL.canParse(root)) return null
  return new URL(root).protocol === 'https:' || isLoopbackAddress(root) ? root : null
}

/** Where the page ended up, after redirects: without file name, parameters and final slash. */
function homeOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`.replace(/\/[^/]*\.php$/, '').replace(/\/+$/, '')
}
