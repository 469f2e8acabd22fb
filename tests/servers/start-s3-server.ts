import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { firstLine, startChild } from './start-child.ts'

export interface S3Server {
  readonly endpoint: string
  stop(): Promise<void>
}

/** The only keys that the server knows. */
export const s3ServerKeys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
export const s3ServerBucket = 'maison-lune'

/** Whether the server was laid out (by `npm test`); its tests are skipped otherwise. */
export const hasS3Server = process.env['VIGIE_TEST_S3_MODULES'] !== undefined

/** A real S3 server on loopback: see s3/s3-server.mjs. */
export async function startS3Server(): Promise<S3Server> {
  const running = startChild(process.execPath, [fileURLToPath(new URL('s3/s3-server.mjs', import.meta.url)), s3ServerBucket], { env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test' } })
  const { endpoint } = z.object({ endpoint: z.string() }).parse(JSON.parse(await firstLine(running, 60_000)))
  return { endpoint, stop: () => running.stop() }
}
