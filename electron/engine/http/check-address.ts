import { isIP } from 'node:net'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { addressKind, bareHost, type AddressKind } from './address-kind.ts'
import { isLoopbackAddress } from '../../../shared/networks/is-loopback-address.ts'
import { redactAddress } from './redact.ts'

/** Which IP addresses a connection may be made to. A name is checked again when it has been resolved, so a name cannot lead elsewhere. */
export type Reach = readonly AddressKind[]

export interface AddressRules {
  readonly privateAddresses: 'allowed' | 'refused'
  /** Development and tests: loopback is reached even where private addresses are refused. */
  readonly loopbackIsAllowed: boolean
  /** `allowed`: http to other computers too, for public texts that nobody signs for (feeds). Left out: to this computer only. */
  readonly plainHttp?: 'allowed' | 'refused'
}

export type CheckedAddress = { readonly ok: true; readonly url: URL; readonly reach: Reach } | { readonly ok: false; readonly error: StudioError }

/**
 * https to anywhere, http to this computer only unless the rules say otherwise, never with a name and password inside. `from` is the address that redirected here: a
 * redirect neither drops https nor leads from outside into this computer.
 */
export function checkAddress(address: string, rules: AddressRules, from: URL | null = null): CheckedAddress {
  if (!URL.canParse(address)) return refuse(address, 'not_an_address')
  const url = new URL(address)
  const reach = reachOf(url, rules)
  const reason = reasonAgainst(url, rules) ?? reasonAgainstRedirect(url, from) ?? reasonAgainstHost(url, reach)
  return reason === null ? { ok: true, url, reach } : refuse(address, reason)
}

function reasonAgainst(url: URL, { plainHttp }: AddressRules): string | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme'
  if (url.username !== '' || url.password !== '') return 'credentials'
  return url.protocol === 'http:' && plainHttp !== 'allowed' && !isLoopbackAddress(url.href) ? 'not_https' : null
}

function reasonAgainstRedirect(url: URL, from: URL | null): string | null {
  if (from === null) return null
  if (from.protocol === 'https:' && url.protocol === 'http:') return 'not_https'
  return isLoopbackAddress(url.href) && !isLoopbackAddress(from.href) ? 'private' : null
}

function reasonAgainstHost(url: URL, reach: Reach): string | null {
  const host = bareHost(url)
  if (isIP(host) !== 0 && !reach.includes(addressKind(host))) return 'private'
  return isLoopbackAddress(url.href) && !reach.includes('loopback') ? 'private' : null
}

function reachOf(url: URL, rules: AddressRules): Reach {
  if (url.protocol === 'http:' && isLoopbackAddress(url.href)) return rules.privateAddresses === 'refused' && !rules.loopbackIsAllowed ? [] : ['loopback']
  if (rules.privateAddresses === 'allowed') return ['public', 'private', 'loopback']
  return rules.loopbackIsAllowed ? ['public', 'loopback'] : ['public']
}

function refuse(address: string, reason: string): CheckedAddress {
  return { ok: false, error: studioError('address_refused', `address refused: ${redactAddress(address)}`, { details: { reason, host: hostOf(address) } }) }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}
