import type { StreamedBody } from '../http/http-client.ts'
import type { MediaToSend } from './network-media.ts'
import type { AccountSession } from './network-session.ts'

/** So much of a file is in memory at once. */
export const pieceBytes = 1024 * 1024

export interface FormFile {
  readonly name: string
  readonly file: Pick<MediaToSend, 'fileName' | 'mediaType' | 'byteLength' | 'readPart'>
}

/** A form for these files: an ordinary one for pictures, a streamed one as soon as a video is among them. */
export async function formWithFiles(fields: Readonly<Record<string, string>>, files: readonly { readonly name: string; readonly file: MediaToSend }[], onUploaded?: AccountSession['onUploaded']): Promise<FormData | StreamedBody> {
  if (files.some(({ file }) => isVideo(file))) return streamedForm(fields, await Promise.all(files.map(async ({ name, file }) => ({ name, file: isVideo(file) ? file : await inMemory(file) }))), onUploaded)
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  // A copy, for the types: what is read may be part of a larger buffer.
  for (const { name, file } of files) form.append(name, new Blob([new Uint8Array(await file.read())], { type: file.mediaType }), file.fileName)
  return form
}

export function isVideo({ durationMs }: Pick<MediaToSend, 'durationMs'>): boolean {
  return durationMs !== null
}

/** A picture is read whole: cleaned on the way, it may be shorter than it lay there. */
async function inMemory({ fileName, mediaType, read }: MediaToSend): Promise<FormFile['file']> {
  const bytes = await read()
  return { fileName, mediaType, byteLength: bytes.byteLength, readPart: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)) }
}

/**
 * A form with files in it that are never whole in memory (RFC 7578). Nothing in a file can know the boundary; names and values are the adapter's own words or the
 * person's, whose line breaks and quotation marks are written as browsers write them.
 */
export function streamedForm(fields: Readonly<Record<string, string>>, files: readonly FormFile[], onUploaded?: AccountSession['onUploaded']): StreamedBody {
  // The one that the platform would choose for a form: another each time.
  const [, boundary = 'vigie'] = /boundary=(.+)$/.exec(new Response(new FormData()).headers.get('content-type') ?? '') ?? []
  const encoder = new TextEncoder()
  const head = (disposition: string): string => `--${boundary}\r\ncontent-disposition: form-data; ${disposition}`
  const written = Object.entries(fields).map(([name, value]) => encoder.encode(`${head(`name="${quoted(name)}"`)}\r\n\r\n${value}\r\n`))
  const heads = files.map(({ name, file }) => ({ file, head: encoder.encode(`${head(`name="${quoted(name)}"; filename="${quoted(file.fileName)}"`)}\r\ncontent-type: ${file.mediaType}\r\n\r\n`) }))
  const lineEnd = encoder.encode('\r\n')
  const last = encoder.encode(`--${boundary}--\r\n`)
  const ofFiles = files.reduce((sum, { file }) => sum + file.byteLength, 0)
  const around: readonly Uint8Array[] = [...written, ...heads.flatMap((each) => [each.head, lineEnd]), last]
  return {
    byteLength: ofFiles + around.reduce((sum, { byteLength }) => sum + byteLength, 0),
    contentType: `multipart/form-data; boundary=${boundary}`,
    fields: { ...fields, ...Object.fromEntries(files.map(({ name, file }) => [name, file.fileName])) },
    async *pieces() {
      let sent = 0
      yield* written
      for (const { file, head: before } of heads) {
        yield before
        for await (const piece of piecesOf(file)) {
          yield piece
          sent += piece.byteLength
          onUploaded?.(sent, ofFiles)
        }
        yield lineEnd
      }
      yield last
    }
  }
}

/** The file alone as a body. */
export function streamedFile(file: Pick<MediaToSend, 'mediaType' | 'byteLength' | 'readPart'>, onUploaded?: AccountSession['onUploaded']): StreamedBody {
  return {
    byteLength: file.byteLength,
    contentType: file.mediaType,
    async *pieces() {
      let sent = 0
      for await (const piece of piecesOf(file)) {
        yield piece
        sent += piece.byteLength
        onUploaded?.(sent, file.byteLength)
      }
    }
  }
}

async function* piecesOf(file: Pick<MediaToSend, 'byteLength' | 'readPart'>): AsyncIterable<Uint8Array> {
  for (let offset = 0; offset < file.byteLength; offset += pieceBytes) {
    const piece = await file.readPart(offset, Math.min(pieceBytes, file.byteLength - offset))
    if (piece.byteLength === 0) throw new Error('the file became shorter while it was sent')
    yield piece
  }
}

function quoted(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '%0D%0A').replaceAll('"', '%22')
}
