import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { loginAddresses } from '../../shared/networks/own-app.ts'
import { firstLine, startChild } from './start-child.ts'

export interface OpenIdServer {
  readonly issuer: string
  /** How many refresh tokens were used up so far. */
  refreshes(): Promise<number>
  stop(): Promise<void>
}

/** Of the app `studio-web`; `studio-native` has none. */
export const openIdClientSecret = 'a+secret/with=signs&more%than:usual-0123456789'

/** Whether the provider was laid out (by `npm test`); its tests are skipped otherwise. */
export const hasOpenIdServer = process.env['VIGIE_TEST_OPENID_MODULES'] !== undefined

/** A real OpenID provider on loopback: see openid/openid-server.mjs. It knows Vigie's login addresses and one https address, letter by letter. */
export async function startOpenIdServer(): Promise<OpenIdServer> {
  const options = JSON.stringify({ clientSecret: openIdClientSecret, redirectUris: [...loginAddresses, 'https://pasted.example/back'] })
  const running = startChild(process.execPath, [fileURLToPath(new URL('openid/openid-server.mjs', import.meta.url)), options], { env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test' } })
  const { issuer } = z.object({ issuer: z.string() }).parse(JSON.parse(await firstLine(running, 60_000)))
  return {
    issuer,
    async refreshes() {
      return z.object({ refreshes: z.number() }).parse(await (await fetch(`${issuer}/test/counts`)).json()).refreshes
    },
    stop: () => running.stop()
  }
}
