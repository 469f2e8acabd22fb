import type { IncomingItem } from '../../electron/engine/networks/network-incoming.ts'
import { documentType, type MediaToSend } from '../../electron/engine/networks/network-media.ts'
import type { PublicMedia } from '../../electron/engine/networks/network-public-media.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountIdentity } from '../../electron/engine/networks/network-connect.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import { isVideo, streamedFile } from '../../electron/engine/networks/streamed-form.ts'
import type { NetworkId } from '../../shared/networks/network-id.ts'

export interface TestSession extends AccountSession {
  /** All secrets so far, the current one last. */
  readonly secrets: readonly string[]
  setSecret(secret: string): void
}

/** A session such as the accounts service makes one, for adapters tested alone. */
export function createSession(networkId: NetworkId, identity: AccountIdentity, firstSecret: string, signal: AbortSignal = new AbortController().signal): TestSession {
  const secrets = [firstSecret]
  return {
    account: { id: '4f7f1d6e-7a42-4a53-8f0e-52b4b0a4c6a1', networkId, serverUrl: identity.serverUrl, remoteId: identity.remoteId, handle: identity.handle, serverLimits: identity.serverLimits },
    get secret() {
      return secrets.at(-1)!
    },
    secrets,
    setSecret: (secret) => void secrets.push(secret),
    saveSecret: (secret) => Promise.resolve(void secrets.push(secret)),
    signal
  }
}

export function draftOf(text: string, more: Partial<Draft> = {}): Draft {
  return { title: '', text, document: { type: 'doc', content: text.split('\n\n').map((part) => ({ type: 'paragraph', content: [{ type: 'text', text: part }] })) }, media: [], replyTo: null, audience: 'public', ...more }
}

/** A client's place for files, in memory: nobody fetches from it. `received`: the pieces of videos, as they came. */
export function publicMediaInMemory(): PublicMedia & { readonly there: ReadonlySet<string>; readonly received: readonly string[] } {
  const there = new Set<string>()
  const received: string[] = []
  let count = 0
  return {
    there,
    received,
    async place(file, mediaTypes, { onUploaded }) {
      count += 1
      const { fileName } = file
      if (isVideo(file) && !mediaTypes.includes(file.mediaType)) throw new Error(`${file.mediaType} is made into no other kind`)
      if (isVideo(file)) for await (const piece of streamedFile(file, onUploaded).pieces()) received.push(Buffer.from(piece).toString('latin1'))
      const url = `https://files.example/${count}/${encodeURIComponent(fileName)}`
      there.add(url)
      return { ok: true, value: { url, release: () => void there.delete(url) } }
    }
  }
}

const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

export function pictureOf(altText: string, fileName = 'point.png'): MediaToSend {
  return {
    mediaType: 'image/png', fileName, altText, width: 1, height: 1, byteLength: onePixel.byteLength, durationMs: null,
    read: () => Promise.resolve(new Uint8Array(onePixel)),
    readPart: (offset, length) => Promise.resolve(new Uint8Array(onePixel.subarray(offset, offset + length)))
  }
}

/** A document of pictures, as adapters are given it: made when it is read. */
export function documentOf(fileName = 'Cinq phares.pdf', bytes: Uint8Array = Buffer.from('%PDF-1.7 five pages')): MediaToSend {
  return { mediaType: documentType, fileName, altText: '', width: 1080, height: 1350, byteLength: 5_000_000, durationMs: null, read: () => Promise.resolve(new Uint8Array(bytes)), readPart: (offset, length) => Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length))) }
}

/** A video of so many bytes, each of which tells its place. */
export function videoOf(fileName = 'phare.mp4', byteLength = 1500): MediaToSend {
  return {
    mediaType: 'video/mp4', fileName, altText: '', width: 1920, height: 1080, byteLength, durationMs: 12_000,
    read: () => Promise.reject(new Error('a video is read in parts')),
    readPart: (offset, length) => Promise.resolve(Uint8Array.from({ length: Math.max(0, Math.min(length, byteLength - offset)) }, (_, place) => (offset + place) % 251))
  }
}

/** A video as adapters are given it: read in parts alone. */
export function filmOf(bytes: Uint8Array, altText = '', facts: Partial<MediaToSend> = {}): MediaToSend {
  return {
    mediaType: 'video/mp4', fileName: 'quay.mp4', altText, width: 64, height: 48, byteLength: bytes.byteLength, durationMs: 2000, ...facts,
    read: () => Promise.reject(new Error('a video is never read whole')),
    readPart: (offset, length) => Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length)))
  }
}

/** The value of a success; a failure fails the test and says why. */
export function valueOf<Value>(result: NetworkResult<Value>): Value {
  if (result.ok) return result.value
  throw new Error(`unexpected ${result.failure.kind}: ${JSON.stringify(result.failure)}`)
}

export function failureKind(result: NetworkResult<unknown>): string {
  return result.ok ? `ok ${JSON.stringify(result.value)}` : result.failure.kind
}

/** Everything the inbox has to tell, page after page, and the cursor after it. */
export async function fetchAll(adapter: NetworkAdapter, session: AccountSession, from: string | null): Promise<{ items: readonly IncomingItem[]; cursor: string | null }> {
  const items: IncomingItem[] = []
  let cursor = from
  for (let pages = 0; pages < 50; pages += 1) {
    const page = valueOf(await adapter.inbox!.fetchSince(session, cursor))
    items.push(...page.items)
    cursor = page.nextCursor
    if (!page.more) return { items, cursor }
  }
  throw new Error('the inbox never ends')
}
