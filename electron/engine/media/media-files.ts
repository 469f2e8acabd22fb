import { constants } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { imageTypes, videoTypes, type MediaType } from '../../../shared/media/media-item.ts'
import { unfinishedFile, type UnfinishedFile } from './unfinished-file.ts'

const extensions: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif', 'video/mp4': 'mp4', 'video/quicktime': 'mov', 'video/webm': 'webm'
}
const unfinished = '.unfinished'

/** The files of one workspace, named by their content, so that the same image lies there once. Whole or absent, never in part. */
export interface MediaFiles {
  pathOf(sha256: string, mediaType: MediaType): string
  /** `temporaryName` keeps two writers apart. Returns when the file will survive a power cut. */
  write(path: string, bytes: Uint8Array, temporaryName: string): Promise<void>
  /** Fails for what is no file (any more). A drive that hangs is waited for. */
  read(path: string): Promise<Uint8Array>
  /** Fails as `read` does. Shorter than asked for only at the end of the file. */
  readPart(path: string, offset: number, length: number): Promise<Uint8Array>
  /** A file that comes in parts; it is swept away after a crash until it is settled. */
  begin(temporaryName: string): Promise<UnfinishedFile>
  /** Bytes that the disk still takes. */
  freeBytes(): Promise<number>
  remove(path: string): Promise<void>
  /** Every whole file here: what its name says, and when it was written, in ms. Anything with another kind of name is none of ours. */
  list(): Promise<readonly StoredFile[]>
  /** Removes what a crash left half written, and nothing that is being written. */
  sweep(): Promise<void>
}

export interface StoredFile {
  readonly path: string
  readonly sha256: string
  readonly mediaType: MediaType
  readonly writtenAt: number
}

export function createMediaFiles(folder: string): MediaFiles {
  /** A file that is just going is no file to rely on: whoever writes the same one waits, and then finds it gone. */
  const removing = new Map<string, Promise<void>>()
  const writing = new Set<string>()

  return {
    pathOf: (sha256, mediaType) => join(folder, `${sha256}.${extensions[mediaType]}`),
    async write(path, bytes, temporaryName) {
      await removing.get(path)
      if (await exists(path)) return
      await mkdir(folder, { recursive: true })
      const temporary = join(folder, `${temporaryName}${unfinished}`)
      writing.add(temporary)
      try {
        await writeToDisk(temporary, bytes)
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      } finally {
        writing.delete(temporary)
      }
      await flushFolder(folder)
    },
    async begin(temporaryName) {
      await mkdir(folder, { recursive: true })
      const temporary = join(folder, `${temporaryName}${unfinished}`)
      writing.add(temporary)
      try {
        return unfinishedFile(temporary, await open(temporary, 'w', 0o600), { removing, end: () => writing.delete(temporary), flush: () => flushFolder(folder) })
      } catch (error) {
        writing.delete(temporary)
        throw error
      }
    },
    async freeBytes() {
      await mkdir(folder, { recursive: true })
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
    async read(path) {
      const facts = await stat(path)
      // A pipe in its place would be waited for without end.
      if (!facts.isFile()) throw new Error(`${path} is no file`)
      return readFile(path)
    },
    async readPart(path, offset, length) {
      const file = await open(path, 'r')
      try {
        const { size } = await file.stat()
        const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
        for (let filled = 0; filled < bytes.byteLength; ) {
          const { bytesRead } = await file.read(bytes, filled, bytes.byteLength - filled, offset + filled)
          if (bytesRead === 0) throw new Error(`${path} became shorter while it was read`)
          filled += bytesRead
        }
        return bytes
      } finally {
        await file.close()
      }
    },
    async remove(path) {
      const gone = rm(path, { force: true }).finally(() => removing.delete(path))
      removing.set(path, gone.catch(() => undefined))
      await gone
    },
    async list() {
      const names = await readdir(folder).catch(() => [])
      const files = await Promise.all(names.map(async (name) => describe(join(folder, name), name)))
      return files.filter((file) => file !== null)
    },
    async sweep() {
      const names = await readdir(folder).catch(() => [])
      const left = names.filter((name) => name.endsWith(unfinished)).map((name) => join(folder, name)).filter((path) => !writing.has(path))
      await Promise.all(left.map((path) => rm(path, { force: true })))
    }
  }
}

async function describe(path: string, name: string): Promise<StoredFile | null> {
  const [, sha256, extension] = /^([0-9a-f]{64})\.(\w+)$/.exec(name) ?? []
  const mediaType = [...imageTypes, ...videoTypes].find((type) => extensions[type] === extension)
  if (sha256 === undefined || mediaType === undefined) return null
  const facts = await stat(path).catch(() => null)
  return facts === null ? null : { path, sha256, mediaType, writtenAt: facts.mtimeMs }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => true,
    () => false
  )
}

async function writeToDisk(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The name has to reach the disk too. Windows cannot open a folder for that and does not need it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
