/** A file of the folder that was chosen, with its way there. */
export interface ArchiveFile {
  readonly path: string
  readonly file: File
}

/** What a chosen folder holds. */
export function filesOf(list: FileList | null): readonly ArchiveFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }))
}

/** The part of Google+, where the folder holds other things of Google too (`Google+ Stream`, `Stream de Google+`). */
export function inArchive(files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  const ofGooglePlus = files.filter(({ path }) => path.split('/').slice(0, -1).some((folder) => /google(?:\+|_| ?plus)/i.test(folder)))
  return ofGooglePlus.some(isPostFile) ? ofGooglePlus : files
}

export function isPostFile({ path }: Pick<ArchiveFile, 'path'>): boolean {
  return /\.(?:json|html?)$/i.test(path)
}

/** By its name, whose folder the archive does not tell: the one beside the post, else the first. */
export function findArchiveFile(files: readonly ArchiveFile[]): (fileName: string, postPath: string) => File | null {
  const byName = new Map<string, ArchiveFile[]>()
  for (const each of files) {
    if (isPostFile(each)) continue
    const known = byName.get(nameOf(each.path))
    if (known === undefined) byName.set(nameOf(each.path), [each])
    else known.push(each)
  }
  return (fileName, postPath) => {
    const those = byName.get(nameOf(fileName)) ?? []
    const folder = postPath.slice(0, postPath.lastIndexOf('/') + 1)
    return (those.find(({ path }) => path.startsWith(folder) && folder !== '') ?? those[0])?.file ?? null
  }
}

/** As systems compare names: without regard to case and to how accents are put together. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).normalize('NFC').toLowerCase()
}
