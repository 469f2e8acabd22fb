import { createPublicKey, verify, type JsonWebKey } from 'node:crypto'

export interface ReadProof {
  readonly header: { readonly typ: string; readonly alg: string; readonly jwk: JsonWebKey }
  readonly claims: Readonly<Record<string, unknown>>
  /** The signature is that of the key in the header. */
  readonly isValid: boolean
}

/** A DPoP proof as a server reads it: by the public key that it shows, and by nothing else. */
export function readDpopProof(proof: string): ReadProof {
  const [header = '', claims = '', signature = ''] = proof.split('.')
  const json = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString())
  const read = json(header) as ReadProof['header']
  const key = { key: createPublicKey({ key: read.jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
  return { header: read, claims: json(claims) as ReadProof['claims'], isValid: verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url')) }
}
