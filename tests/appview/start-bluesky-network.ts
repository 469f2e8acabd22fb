import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { firstLine, startChild } from '../servers/start-child.ts'

const networkSchema = z.object({
  /** The PDS. */
  url: z.string(),
  /** Bluesky's own AppView. */
  appViewDid: z.string(),
  /** The small one of the everyday tests, over the same PDS. */
  fakeAppViewDid: z.string(),
  chatDid: z.string()
})
export type BlueskyNetwork = z.infer<typeof networkSchema>

const guard = fileURLToPath(new URL('../../build/loopback-only.ts', import.meta.url))
const script = fileURLToPath(new URL('network/network-server.mjs', import.meta.url))
const readyWithin = 120_000

/** A whole Bluesky network on loopback: see network/network-server.mjs. Ready in about seven seconds. */
export async function startBlueskyNetwork(): Promise<{ readonly network: BlueskyNetwork; stop(): Promise<void> }> {
  const running = startChild(process.execPath, ['--import', guard, script], { env: { ...process.env, LOG_ENABLED: 'false', NODE_OPTIONS: '' } })
  try {
    return { network: networkSchema.parse(JSON.parse(await firstLine(running, readyWithin))), stop: () => running.stop() }
  } catch (error) {
    await running.stop()
    throw error
  }
}
