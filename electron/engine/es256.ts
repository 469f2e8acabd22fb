import { z } from 'zod'

/** A key of the curve P-256 as JWK (RFC 7517), its private half included: a secret, which lies in the keychain and nowhere else. */
export const es256KeySchema = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), d: z.string() })
export type Es256Key = z.infer<typeof es256KeySchema>

/** As in sha256.ts: loaded with the first wish. */
const crypto = (): ReturnType<typeof process.getBuiltinModule<'node:crypto'>> => process.getBuiltinModule('node:crypto')

/** A new key, from the system's generator: none that a test repeats. */
export function createEs256Key(): Es256Key {
  const { privateKey } = crypto().generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return es256KeySchema.parse(privateKey.export({ format: 'jwk' }))
}

/** The signature ES256 (RFC 7518, section 3.4) in base64url. */
export function signEs256(key: Es256Key, text: string): string {
  const { createPrivateKey, sign } = crypto()
  return sign('sha256', Buffer.from(text), { key: createPrivateKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }).toString('base64url')
}
