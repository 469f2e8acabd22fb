import { access, rename, rm, type FileHandle } from 'node:fs/promises'

export interface UnfinishedFile {
  readonly path: string
  append(bytes: Uint8Array): Promise<void>
  /** On the disk, whole; nothing is appended afterwards. */
  close(): Promise<void>
  /** Takes its place under its own name, or makes way for the same file that lies there already. Survives a power cut. */
  settle(path: string): Promise<void>
  /** Away with it, at any time; after `settle` nothing happens. */
  discard(): Promise<void>
}

interface Folder {
  /** Files that are just going: whoever settles the same one waits. */
  readonly removing: ReadonlyMap<string, Promise<void>>
  /** No sweep has to spare it any more. */
  end(): void
  flush(): Promise<void>
}

export function unfinishedFile(temporary: string, file: FileHandle, folder: Folder): UnfinishedFile {
  let isOpen = true
  let isThere = true

  async function close(): Promise<void> {
    if (!isOpen) return
    isOpen = false
    await file.close()
  }
  async function discard(): Promise<void> {
    if (!isThere) return
    isThere = false
    await close().catch(() => undefined)
    await rm(temporary, { force: true }).finally(folder.end)
  }
  return {
    path: temporary,
    append: (bytes) => file.writeFile(bytes),
    async close() {
      if (isOpen) await file.sync()
      await close()
    },
    async settle(path) {
      await folder.removing.get(path)
      const lies = await access(path).then(() => true, () => false)
      if (lies) return discard()
      await close()
      await rename(temporary, path)
      isThere = false
      folder.end()
      return folder.flush()
    },
    discard
  }
}
