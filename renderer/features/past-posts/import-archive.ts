import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { largestPostFile } from '../../../shared/past-posts/past-post.ts'
import { addMediaFile } from '../../bridge/add-media-file.ts'
import { findArchiveFile, inArchive, isPostFile, type ArchiveFile } from './archive-files.ts'

export interface ImportWish {
  readonly bridge: Pick<StudioBridge, 'request'>
  readonly workspaceId: string
  readonly importId: string
  readonly newId: () => string
  readonly files: readonly ArchiveFile[]
  readonly signal: AbortSignal
  readonly onProgress: (progress: ImportProgress) => void
}

export interface ImportProgress {
  readonly step: 'opening' | 'posts' | 'files'
  readonly done: number
  readonly total: number
}

/** What came of it. What was in before a failure or a stop is in; the same archive again goes on from there. */
export interface ImportOutcome {
  readonly added: number
  readonly known: number
  /** Posts that are damaged, by the names of their files. */
  readonly unreadable: readonly string[]
  readonly broughtFiles: number
  /** Files that posts speak of, and that are not there or cannot be read. */
  readonly missingFiles: number
  readonly end: 'whole' | 'stopped' | StudioError
}

interface Wanted {
  readonly pastPostId: string
  readonly place: number
  readonly fileName: string
  readonly postPath: string
}

interface TakenPosts extends Pick<ImportOutcome, 'added' | 'known' | 'unreadable' | 'end'> {
  readonly wanted: readonly Wanted[]
}

/** So many files go over at once. */
const batch = 20
/** Where the library keeps them. */
export const archiveFolder = 'Google+'

/** Takes an archive in: first the words of all posts, then the files that they want. Nothing of it is asked of any network. */
export async function importArchive(wish: ImportWish): Promise<ImportOutcome> {
  const files = inArchive(wish.files)
  const { wanted, ...found } = await takePosts(wish, files)
  if (found.end !== 'whole') return { ...found, broughtFiles: 0, missingFiles: 0 }
  return { ...found, ...(await bringFiles(wish, files, wanted)) }
}

async function takePosts({ bridge, workspaceId, importId, signal, onProgress }: ImportWish, files: readonly ArchiveFile[]): Promise<TakenPosts> {
  const posts = files.filter(isPostFile)
  const wanted: Wanted[] = []
  const unreadable: string[] = []
  let [added, known] = [0, 0]
  for (let at = 0; at < posts.length; at += batch) {
    if (signal.aborted) return { added, known, unreadable, wanted, end: 'stopped' }
    onProgress({ step: 'posts', done: at, total: posts.length })
    const read = await Promise.all(posts.slice(at, at + batch).map((each) => readPost(each, signal)))
    // What was being unpacked ends with a stop, and is not damaged.
    if (signal.aborted && read.some(({ bytes }) => bytes === null)) return { added, known, unreadable, wanted, end: 'stopped' }
    unreadable.push(...read.flatMap(({ path, bytes }) => (bytes === null ? [path] : [])))
    const whole = read.flatMap(({ path, bytes }) => (bytes === null || bytes === 'too_large' ? [] : [{ path, bytes }]))
    if (whole.length === 0) continue
    const answer = await bridge.request('pastPosts.take', { workspaceId, importId, files: whole })
    if (!answer.ok) return { added, known, unreadable, wanted, end: answer.error }
    for (const { path, outcome, pastPostId, wanted: names } of answer.value.results) {
      if (outcome === 'added') added += 1
      if (outcome === 'known') known += 1
      if (outcome === 'unreadable') unreadable.push(path)
      if (pastPostId !== null) wanted.push(...names.map((name) => ({ ...name, pastPostId, postPath: path })))
    }
  }
  return { added, known, unreadable, wanted, end: 'whole' }
}

/** `too_large`: no post is; null: it cannot be read. */
async function readPost({ path, size, open }: ArchiveFile, signal: AbortSignal): Promise<{ readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> | 'too_large' | null }> {
  if (size > largestPostFile) return { path, bytes: 'too_large' }
  try {
    return { path, bytes: new Uint8Array(await (await open(signal)).arrayBuffer()) }
  } catch {
    // Moved, locked by another program, or damaged in its archive.
    return { path, bytes: null }
  }
}

async function bringFiles(wish: ImportWish, files: readonly ArchiveFile[], wanted: readonly Wanted[]): Promise<Pick<ImportOutcome, 'broughtFiles' | 'missingFiles' | 'end'>> {
  const { bridge, workspaceId, signal, onProgress } = wish
  const find = findArchiveFile(files)
  const brought = new Map<ArchiveFile, string>()
  // The same post may stand there twice, as JSON and as HTML.
  const each = [...new Map(wanted.map((one) => [`${one.pastPostId} ${String(one.place)}`, one])).values()]
  let broughtFiles = 0
  const ended = (end: ImportOutcome['end']): Pick<ImportOutcome, 'broughtFiles' | 'missingFiles' | 'end'> => ({ broughtFiles, missingFiles: each.length - broughtFiles, end })
  for (const [done, { pastPostId, place, fileName, postPath }] of each.entries()) {
    if (signal.aborted) return ended('stopped')
    onProgress({ step: 'files', done, total: each.length })
    const file = find(fileName, postPath)
    if (file === null) continue
    const mediaId = brought.get(file) ?? (await bringFile(wish, file))
    if (mediaId === null) continue
    if (typeof mediaId === 'object') return ended(signal.aborted ? 'stopped' : mediaId)
    brought.set(file, mediaId)
    const attached = await bridge.request('pastPosts.attach', { workspaceId, pastPostId, place, mediaId })
    if (!attached.ok) return ended(attached.error)
    broughtFiles += 1
  }
  return ended('whole')
}

/** Its id in the library; null: this one is left out, and the others go on. */
async function bringFile({ bridge, workspaceId, newId, signal }: ImportWish, { open }: ArchiveFile): Promise<string | StudioError | null> {
  const file = await open(signal).catch(() => null)
  if (file === null) return signal.aborted ? studioError('work_cancelled', 'taken back') : null
  const mediaId = newId()
  const added = await addMediaFile({ bridge, workspaceId, mediaId, file, signal })
  if (!added.ok) return ofFile.has(added.error.code) && !signal.aborted ? null : added.error
  const kept = await bridge.request('library.keep', { workspaceId, mediaIds: [mediaId], folder: archiveFolder })
  return kept.ok ? mediaId : kept.error
}

/** Of a full disk, for one, there is nothing to go on with. */
const ofFile: ReadonlySet<StudioError['code']> = new Set<StudioError['code']>(['media_unreadable', 'video_unreadable', 'media_too_large', 'media_kind_unsupported'])
