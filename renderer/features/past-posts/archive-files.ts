/** A file of the folder or of the .zip that was chosen, with its way there. */
export interface ArchiveFile {
  readonly path: string
  readonly size: number
  /** Rejects where it cannot be read: moved, locked by another program, damaged. */
  readonly open: (signal: AbortSignal) => Promise<File>
}

/** What a chosen folder holds. */
export function filesOf(list: FileList | null): readonly ArchiveFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, size: file.size, open: () => Promise.resolve(file) }))
}

/** What was chosen or dropped that is an archive itself. */
export function zipsOf(list: FileList | null): readonly File[] {
  return [...(list ?? [])].filter(({ name, type }) => /\.zip$/i.test(name) || /^application\/(?:x-)?zip/.test(type))
}

/** Parts of an archive that were not chosen with the others, by the numbers in their names: `takeout-20190301T120000Z-001.zip`. */
export function missingParts(names: readonly string[]): readonly string[] {
  const chosen = new Map<string, Set<number>>()
  for (const name of names) {
    // A second download bears a number of its own: `…-001 (1).zip`.
    const [, stem, part] = /^(takeout-.*-)(\d{3})(?: ?\(\d+\))?\.zip$/i.exec(name) ?? []
    if (stem !== undefined && part !== undefined) chosen.set(stem, (chosen.get(stem) ?? new Set()).add(Number(part)))
  }
  return [...chosen].flatMap(([stem, here]) => {
    const all = Array.from({ length: Math.max(...here) }, (_each, index) => index + 1)
    return all.filter((part) => !here.has(part)).map((part) => `${stem}${String(part).padStart(3, '0')}.zip`)
  })
}

/** The part of Google+, where the folder holds other things of Google too (`Google+ Stream`, `Stream de Google+`). */
export function inArchive(files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  const ofGooglePlus = files.filter(({ path }) => isOfGooglePlus(path))
  return ofGooglePlus.some(isPostFile) ? ofGooglePlus : files
}

export function isOfGooglePlus(path: string): boolean {
  return path.split('/').slice(0, -1).some((folder) => /google(?:\+|_| ?plus)/i.test(folder))
}

export function isPostFile({ path }: Pick<ArchiveFile, 'path'>): boolean {
  return /\.(?:json|html?)$/i.test(path)
}

/** By its name, whose folder the archive does not tell: the one beside the post, else the first. */
export function findArchiveFile(files: readonly ArchiveFile[]): (fileName: string, postPath: string) => ArchiveFile | null {
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
    return those.find(({ path }) => path.startsWith(folder) && folder !== '') ?? those[0] ?? null
  }
}

/** As systems compare names: without regard to case and to how accents are put together. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).normalize('NFC').toLowerCase()
}
