import { createHmac } from 'node:crypto'

/** The secret of a Bluesky session with the same access token, ended an hour ago, signed by the server's own key. */
export function expireAccess(secret: string, jwtSecret: string): string {
  const parsed = JSON.parse(secret) as { accessJwt: string }
  const [header, payload] = parsed.accessJwt.split('.') as [string, string]
  const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), exp: Math.floor(Date.now() / 1000) - 3600 }
  const unsigned = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
  return JSON.stringify({ ...parsed, accessJwt: `${unsigned}.${createHmac('sha256', jwtSecret).update(unsigned).digest('base64url')}` })
}
