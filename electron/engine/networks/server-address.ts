import { studioError } from '../../../shared/errors/studio-error.ts'
import { isLoopbackAddress } from '../../../shared/networks/is-loopback-address.ts'
import type { NetworkResult } from './network-failure.ts'
import { done, failed } from './network-results.ts'

/**
 * What a person types as a server (`mastodon.example`, `https://mastodon.example/`, `@lea@mastodon.example`) as an address without final
 * slash. https, unless it is this computer. A path is kept: blogs have one.
 */
export function toServerAddress(typed: string): NetworkResult<string> {
  const withoutName = typed.trim().replace(/^@?[^@/\s]*@(?=[^@\s]+$)/, '')
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(withoutName) ? withoutName : `${isLoopbackAddress(`http://${withoutName}`) ? 'http' : 'https'}://${withoutName}`
  if (!URL.canParse(written)) return refuse('not_a_server')
  const url = new URL(written)
  const isPlain = url.protocol === 'http:'
  if (url.protocol !== 'https:' && !isPlain) return refuse('scheme')
  if (url.username !== '' || url.password !== '' || url.hostname === '') return refuse('credentials')
  if (isPlain && !isLoopbackAddress(url.href)) url.protocol = 'https:'
  return done(`${url.origin}${url.pathname}`.replace(/\/+$/, ''))
}

function refuse(reason: string): NetworkResult<string> {
  return failed('rejected', studioError('address_refused', 'what was typed is no address of a server', { details: { reason } }))
}
