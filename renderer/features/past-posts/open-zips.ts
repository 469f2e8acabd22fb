import { BlobReader, ERR_ENCRYPTED_CENTRAL_DIRECTORY, ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js'
import { sniffedBytes, sniffMedia } from '../../../shared/media/sniff-media.ts'
import { isOfGooglePlus, isPostFile, type ArchiveFile } from './archive-files.ts'

/** What archives hold that were not unpacked. Nothing of it has been read yet but their lists. */
export interface OpenedZips {
  readonly files: readonly ArchiveFile[]
  /** Those whose list cannot be read: cut off, or no .zip. By name. */
  readonly damaged: readonly string[]
  /** Those that want a password for something in them. */
  readonly locked: readonly string[]
}

/** A list of a hundred thousand files takes ten megabytes; one that claims much more is no archive of anybody's posts. */
const longestRead = 256 * 1024 * 1024
const mostEntries = 500_000
/** No picture and no film of this size shrinks to so small a part: it would be made to fill the disk. */
const [largestEmpty, mostShrunk] = [64 * 1024 * 1024, 200]

class BoundedBlobReader extends BlobReader {
  override readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (length > longestRead) return Promise.reject(new Error('a list beyond all measure'))
    return super.readUint8Array(offset, length)
  }
}

/**
 * Lists what is in archives, the parts of one together: each part of a Google Takeout is a whole .zip. Names in them lead to no place on this computer, they only tell files apart;
 * those that lead out of the archive are left out all the same. An archive within an archive stays closed.
 */
export async function openZips(zips: readonly File[], signal: AbortSignal): Promise<OpenedZips> {
  // What the list tells of one file takes kilobytes, and beside Google+ there may be a hundred thousand photographs.
  const ofGooglePlus = await openThose(zips, isOfGooglePlus, signal)
  return ofGooglePlus.files.some(isPostFile) ? ofGooglePlus : openThose(zips, () => true, signal)
}

async function openThose(zips: readonly File[], isWanted: (path: string) => boolean, signal: AbortSignal): Promise<OpenedZips> {
  const files: ArchiveFile[] = []
  const [damaged, locked]: [string[], string[]] = [[], []]
  for (const zip of zips) {
    if (signal.aborted) break
    const listed = await listZip(zip, isWanted, signal)
    if (listed === 'damaged') damaged.push(zip.name)
    else if (listed === 'locked') locked.push(zip.name)
    else {
      files.push(...listed.files)
      if (listed.hasLocked) locked.push(zip.name)
    }
  }
  return { files, damaged, locked }
}

async function listZip(zip: File, isWanted: (path: string) => boolean, signal: AbortSignal): Promise<{ readonly files: readonly ArchiveFile[]; readonly hasLocked: boolean } | 'damaged' | 'locked'> {
  const files: ArchiveFile[] = []
  let hasLocked = false
  try {
    // Without workers: the page's policy lets no code in that is made here. What unpacks is the browser's own.
    const reader = new ZipReader(new BoundedBlobReader(zip), { useWebWorkers: false, filenameValidation: 'tolerant' })
    let seen = 0
    for await (const entry of reader.getEntriesGenerator()) {
      if (signal.aborted) break
      if ((seen += 1) > mostEntries) return 'damaged'
      const path = placeOf(entry)
      if (entry.directory || path === null || !isWanted(path)) continue
      hasLocked ||= entry.encrypted
      if (!entry.encrypted) files.push({ path, size: entry.uncompressedSize, open: (unpacking) => unpack(entry, path.slice(path.lastIndexOf('/') + 1), unpacking) })
    }
  } catch (error) {
    return error instanceof Error && error.message === ERR_ENCRYPTED_CENTRAL_DIRECTORY ? 'locked' : 'damaged'
  }
  return { files, hasLocked }
}

/** Within the archive; null: it leads out of it, or is a link that may. */
function placeOf({ filename, symlink }: Entry): string | null {
  if (symlink) return null
  const path = filename.replaceAll('\\', '/')
  return path === '' || /^\/|^[a-z]:|\0/i.test(path) || path.split('/').includes('..') ? null : path
}

/** One file, whole and as the archive says it was: its sum and its length are compared. The browser keeps a large one on the disk. */
async function unpack(entry: FileEntry, name: string, signal: AbortSignal): Promise<File> {
  const { uncompressedSize, compressedSize } = entry
  if (uncompressedSize > largestEmpty && uncompressedSize > compressedSize * mostShrunk) throw new Error('unpacks beyond all measure')
  const { readable, writable } = new TransformStream(checked(uncompressedSize, isPostFile({ path: name })))
  const unpacked = new Response(readable).blob()
  try {
    const [blob] = await Promise.all([unpacked, entry.getData(writable, { useWebWorkers: false, checkCrc32: true, checkOverlappingEntry: true, signal })])
    if (blob.size !== uncompressedSize) throw new Error('shorter than the archive says')
    return new File([blob], name)
  } catch (error) {
    // Whichever of the two failed, the other ends too.
    await Promise.allSettled([unpacked, writable.abort(error)])
    throw error
  }
}

/** Ends at once where more comes than was said, and where the beginning is neither a picture nor a film. */
function checked(size: number, isPost: boolean): Transformer<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let came = 0
  let beginning: Uint8Array<ArrayBuffer> | null = isPost ? null : new Uint8Array(0)
  const look = (): void => {
    if (beginning !== null && sniffMedia(beginning) === null) throw new Error('neither a picture nor a film')
    beginning = null
  }
  return {
    transform(chunk, controller) {
      came += chunk.byteLength
      if (came > size) throw new Error('longer than the archive says')
      if (beginning !== null) {
        beginning = new Uint8Array([...beginning, ...chunk.subarray(0, sniffedBytes)])
        if (beginning.byteLength >= sniffedBytes) look()
      }
      controller.enqueue(chunk)
    },
    flush: look
  }
}
