import { constants } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaItem } from '../../../shared/media/media-item.ts'

const extensions: Readonly<Record<MediaItem['mediaType'], string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' }
const unfinished = '.unfinished'

/** The files of one workspace, named by their content, so that the same image lies there once. Whole or absent, never in part. */
export interface MediaFiles {
  pathOf(sha256: string, mediaType: MediaItem['mediaType']): string
  /** `temporaryName` keeps two writers apart. Returns when the file will survive a power cut. */
  write(path: string, bytes: Uint8Array, temporaryName: string): Promise<void>
  read(path: string): Promise<Uint8Array>
  /** Removes what a crash left half written. */
  sweep(): Promise<void>
}

export function createMediaFiles(folder: string): MediaFiles {
  return {
    pathOf: (sha256, mediaType) => join(folder, `${sha256}.${extensions[mediaType]}`),
    async write(path, bytes, temporaryName) {
      if (await exists(path)) return
      await mkdir(folder, { recursive: true })
      const temporary = join(folder, `${temporaryName}${unfinished}`)
      try {
        await writeToDisk(temporary, bytes)
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      await flushFolder(folder)
    },
    read: (path) => readFile(path),
    async sweep() {
      const names = await readdir(folder).catch(() => [])
      await Promise.all(names.filter((name) => name.endsWith(unfinished)).map((name) => rm(join(folder, name), { force: true })))
    }
  }
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
