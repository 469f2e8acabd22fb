import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface VideoServiceOnLoopback {
  readonly url: string
  /** What came, by its method's last word. */
  readonly asked: readonly string[]
  /** What the account's server said when the film was brought there. */
  readonly brought: readonly { readonly status: number; readonly text: string }[]
  stop(): Promise<void>
}

const partSizeBytes = 16_000

/** What Bluesky's video service does around a real PDS: it takes a film in parts and lays it there by the token that it was given. It works on nothing. */
export async function startVideoService(pdsUrl: string): Promise<VideoServiceOnLoopback> {
  const asked: string[] = []
  const brought: { status: number; text: string }[] = []
  let parts: Buffer[] = []
  let job: object = {}

  async function bring(authorization: string): Promise<void> {
    const taken = await fetch(`${pdsUrl}/xrpc/com.atproto.repo.uploadBlob`, { method: 'POST', headers: { authorization, 'content-type': 'video/mp4' }, body: new Uint8Array(Buffer.concat(parts)) })
    const text = await taken.text()
    brought.push({ status: taken.status, text })
    job = { jobId: 'job', did: 'did:plc:any', ...(taken.ok ? { state: 'JOB_STATE_COMPLETED', ...(JSON.parse(text) as object) } : { state: 'JOB_STATE_FAILED', failureCode: 'pds_upload_failure' }) }
  }

  async function answer(message: IncomingMessage): Promise<object> {
    const url = new URL(message.url ?? '/', 'http://localhost')
    const method = url.pathname.split('.').at(-1) ?? ''
    asked.push(method)
    const chunks: Buffer[] = []
    for await (const chunk of message) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    switch (method) {
      case 'getUploadLimits':
        return { canUpload: true }
      case 'startUpload':
        parts = []
        return { jobId: 'upload', partSizeBytes, partCount: Math.ceil((JSON.parse(body.toString()) as { sizeBytes: number }).sizeBytes / partSizeBytes), expiresAt: '2030-01-01T00:00:00.000Z' }
      case 'uploadPart':
        parts[Number(url.searchParams.get('partNumber')) - 1] = body
        return { partNumber: Number(url.searchParams.get('partNumber')), sizeBytes: body.byteLength }
      case 'finishUpload':
        await bring(message.headers.authorization ?? '')
        return { completedJobId: 'job', jobStatus: job }
      default:
        return { jobStatus: job }
    }
  }

  const server = createServer((message, response) => {
    void answer(message).then((json) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    // A name with a port is a DID for `localhost` alone.
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    brought,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
