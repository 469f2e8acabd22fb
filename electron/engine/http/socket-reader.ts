import type { Socket } from 'node:net'
import { ProxyRefusal } from './proxy-refusal.ts'

/** What a proxy says before the server does, byte by byte. */
export interface Reader {
  take(count: number): Promise<Uint8Array>
  /** Nothing more is read here; what came too early is refused. */
  end(): void
}

export function createReader(socket: Socket): Reader {
  let kept: Buffer = Buffer.alloc(0)
  let failure: Error | null = null
  let wake = (): void => undefined
  const onData = (chunk: Buffer): void => {
    kept = Buffer.concat([kept, chunk])
    wake()
  }
  const onEnd = (cause?: unknown): void => {
    failure ??= cause instanceof Error ? cause : Object.assign(new Error('the proxy closed the connection'), { code: 'ECONNRESET' })
    wake()
  }
  socket.on('data', onData)
  socket.once('error', onEnd)
  socket.once('end', onEnd)
  socket.once('close', onEnd)
  return {
    async take(count) {
      while (kept.byteLength < count) {
        if (failure !== null) throw failure
        await new Promise<void>((resolve) => (wake = resolve))
      }
      const taken = kept.subarray(0, count)
      kept = kept.subarray(count)
      return taken
    },
    end() {
      if (kept.byteLength > 0) throw new ProxyRefusal(0)
      socket.off('data', onData)
      socket.off('end', onEnd)
      socket.off('close', onEnd)
      socket.off('error', onEnd)
      socket.pause()
    }
  }
}
