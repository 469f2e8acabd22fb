import { BlockList, isIP } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Special-purpose addresses (IANA registries, read on 2026-11-21): nothing that a public web server could stand on. */
const notPublic = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [['::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20], ['5f00::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8]] as const) {
  notPublic.addSubnet(network, prefix, 'ipv6')
}

export type AddressKind = 'loopback' | 'private' | 'public'

/** Where an IP address (without brackets) leads. What is no IP address counts as private, so that nobody is let through by mistake. */
export function addressKind(address: string): AddressKind {
  const version = isIP(address)
  if (version === 0) return 'private'
  if (version === 4) return kindOf4(address)
  const embedded = embedded4(address)
  if (embedded !== null) return kindOf4(embedded)
  if (loopback.check(address, 'ipv6')) return 'loopback'
  return notPublic.check(address, 'ipv6') ? 'private' : 'public'
}

function kindOf4(address: string): AddressKind {
  if (loopback.check(address, 'ipv4')) return 'loopback'
  return notPublic.check(address, 'ipv4') ? 'private' : 'public'
}

/** The IPv4 address inside `::ffff:a.b.c.d` and `64:ff9b::a.b.c.d`, in whichever of their spellings. */
function embedded4(address: string): string | null {
  const hostname = new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.slice(1, -1)
  const match = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(hostname)
  if (match === null) return null
  const [high, low] = [Number.parseInt(match[1] ?? '0', 16), Number.parseInt(match[2] ?? '0', 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** The host of an address, without the brackets of an IPv6 one. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}
