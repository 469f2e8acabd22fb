import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { createPerson, type BlueskyPerson } from './bluesky-person.ts'
import { firstLine, startChild } from './start-child.ts'

const readySchema = z.object({ url: z.string(), plcUrl: z.string(), servicesUrl: z.string(), appViewDid: z.string(), chatDid: z.string(), jwtSecret: z.string() })

export interface BlueskyServer {
  readonly url: string
  /** Its directory of identities. */
  readonly plcUrl: string
  readonly appViewDid: string
  readonly chatDid: string
  /** Key of its tokens: a test can make an expired one. */
  readonly jwtSecret: string
  createPerson(name: string): Promise<BlueskyPerson>
  /** A direct message, as if sent in another program. */
  say(message: { from: string; to: string; text: string }): Promise<void>
  /** Makes all logins in the browser, begun and done, this many ms older. */
  letLoginsAge(ms: number): Promise<void>
  stop(): Promise<void>
}

/** Whether the server's modules were laid out (by `npm test`); its tests are skipped otherwise. */
export const hasBlueskyServer = process.env['VIGIE_TEST_PDS_MODULES'] !== undefined

/** A real PDS on loopback, with a small AppView and chat behind it: see bluesky/pds-server.mjs. Ready in about two seconds. */
export async function startBlueskyServer(): Promise<BlueskyServer> {
  const running = startChild(process.execPath, [fileURLToPath(new URL('bluesky/pds-server.mjs', import.meta.url))], { env: { ...process.env, LOG_ENABLED: 'false', NODE_OPTIONS: '' } })
  const ready = readySchema.parse(JSON.parse(await firstLine(running, 60_000)))
  return {
    url: ready.url,
    plcUrl: ready.plcUrl,
    appViewDid: ready.appViewDid,
    chatDid: ready.chatDid,
    jwtSecret: ready.jwtSecret,
    createPerson: (name) => createPerson(ready.url, name),
    async say(message) {
      await fetch(`${ready.servicesUrl}/test/chat`, { method: 'POST', body: JSON.stringify(message) })
    },
    async letLoginsAge(ms) {
      const answer = await fetch(`${ready.servicesUrl}/test/age`, { method: 'POST', body: JSON.stringify({ ms }) })
      if (!answer.ok) throw new Error(await answer.text())
    },
    stop: () => running.stop()
  }
}
