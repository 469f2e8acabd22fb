import { nodeSockets } from './node-sockets.ts'

/** What of Node's tls is used; older Nodes have neither. */
interface Certificates {
  getCACertificates?(kind: 'default' | 'system'): readonly string[]
  setDefaultCACertificates?(certificates: readonly string[]): void
}

let isTried = false

/**
 * Trusts whom this computer trusts, beside those whom Node brings along: the proxy of a company or a virus scanner signs with a certificate that only the system
 * knows. Done when a certificate was refused, not at the start, since reading them takes a tenth of a second. False when it changes nothing (any more).
 */
export function trustSystemCertificates(tls: Certificates = nodeSockets.tls()): boolean {
  if (isTried) return false
  isTried = true
  const known = tls.getCACertificates?.('default') ?? []
  const more = tls.getCACertificates?.('system').filter((certificate) => !known.includes(certificate)) ?? []
  if (more.length === 0 || tls.setDefaultCACertificates === undefined) return false
  tls.setDefaultCACertificates([...known, ...more])
  return true
}
