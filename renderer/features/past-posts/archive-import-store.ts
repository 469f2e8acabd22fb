import { t } from 'i18next'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import { missingParts, type ArchiveFile } from './archive-files.ts'
import { importArchive, type ImportOutcome, type ImportProgress } from './import-archive.ts'

interface Running {
  readonly progress: ImportProgress
  readonly stop: () => void
}

/** Archives that come in, one for each client: they go on while other screens are open, and end with the window. */
const store = createStore<{ readonly running: Readonly<Record<string, Running>> }>(() => ({ running: {} }))

export function useArchiveImport(workspaceId: string): Running | null {
  return useStore(store, ({ running }) => running[workspaceId] ?? null)
}

/** A folder, or archives as they were downloaded. */
export type ChosenArchive = { readonly files: readonly ArchiveFile[] } | { readonly zips: readonly File[] }

/** What archives say of themselves, beside their posts. */
interface ZipReport {
  readonly damaged: readonly string[]
  readonly locked: readonly string[]
  readonly missing: readonly string[]
}

/** Takes an archive in; nothing happens while another one comes in for the same client. */
export async function startArchiveImport(workspaceId: string, chosen: ChosenArchive): Promise<void> {
  if (store.getState().running[workspaceId] !== undefined) return
  const controller = new AbortController()
  const importId = newId()
  const show = (progress: ImportProgress): void => store.setState(({ running }) => ({ running: { ...running, [workspaceId]: { progress, stop: () => controller.abort() } } }))
  show({ step: 'files' in chosen ? 'posts' : 'opening', done: 0, total: 1 })
  try {
    const { files, ...report } = 'files' in chosen ? { ...chosen, damaged: [], locked: [], missing: [] } : await openChosen(chosen.zips, controller.signal)
    tell(workspaceId, importId, await importArchive({ bridge: studio, workspaceId, importId, newId, files, signal: controller.signal, onProgress: show }), report)
  } finally {
    store.setState(({ running: { [workspaceId]: _over, ...running } }) => ({ running }))
  }
}

/** What reads archives comes with the first one. */
async function openChosen(zips: readonly File[], signal: AbortSignal): Promise<ZipReport & { readonly files: readonly ArchiveFile[] }> {
  const { openZips } = await import('./open-zips.ts')
  return { ...(await openZips(zips, signal)), missing: missingParts(zips.map(({ name }) => name)) }
}

function tell(workspaceId: string, importId: string, outcome: ImportOutcome, report: ZipReport): void {
  const { added, known, end, broughtFiles } = outcome
  const detail = [detailOf(outcome, report), ...reportLines(report)].filter((line) => line !== '').join(' ')
  const label = t('pastPosts:done', { count: added })
  if (typeof end === 'object') showFailure(end, workspaceId)
  if (added > 0) rememberUndo({ workspaceId, label, detail, will: t('pastPosts:doneWill'), undone: t('pastPosts:doneUndone'), undo: () => removePast(workspaceId, { importId }) })
  else if (broughtFiles > 0) showToast({ workspaceId, kind: 'success', title: label, detail })
  else if (end === 'stopped') showToast({ workspaceId, title: t('pastPosts:stopped'), detail })
  else if (end === 'whole') showToast({ workspaceId, kind: known > 0 ? 'info' : 'warning', title: t(known > 0 ? 'pastPosts:nothingNew' : 'pastPosts:noPosts'), detail })
}

function detailOf({ known, unreadable, broughtFiles, missingFiles, end, added }: ImportOutcome, { damaged, locked }: ZipReport): string {
  const names = few(unreadable.map((path) => path.slice(path.lastIndexOf('/') + 1)))
  const lines: readonly (readonly [boolean, string])[] = [
    [end === 'stopped', t('pastPosts:stoppedText')],
    [broughtFiles > 0, t('pastPosts:files', { count: broughtFiles })],
    [missingFiles > 0, t('pastPosts:missingFiles', { count: missingFiles })],
    [known > 0 && added > 0, t('pastPosts:known', { count: known })],
    [unreadable.length > 0, t('pastPosts:unreadable', { count: unreadable.length, names })],
    [added + known + unreadable.length + damaged.length + locked.length === 0 && end === 'whole', t('pastPosts:noPostsText')]
  ]
  return lines.filter(([isSaid]) => isSaid).map(([, line]) => line).join(' ')
}

function reportLines({ damaged, locked, missing }: ZipReport): readonly string[] {
  const lines = [['damagedZip', damaged], ['lockedZip', locked], ['missingZip', missing]] as const
  return lines.flatMap(([key, names]) => (names.length === 0 ? [] : [t(`pastPosts:${key}`, { count: names.length, names: few(names) })]))
}

function few(names: readonly string[]): string {
  return [...names.slice(0, 3), ...(names.length > 3 ? ['…'] : [])].join(', ')
}

/** So many the library takes at once. */
const mostAtOnce = 500

/** They go, and the files that came with them and that nothing else has; what went wrong, null when nothing did. */
export async function removePast(workspaceId: string, which: { readonly pastPostId: string } | { readonly importId: string }): Promise<StudioError | null> {
  const answer = await studio.request('pastPosts.remove', { workspaceId, which })
  if (!answer.ok) return answer.error
  const { mediaIds } = answer.value
  for (let at = 0; at < mediaIds.length; at += mostAtOnce) {
    const gone = await studio.request('library.remove', { workspaceId, mediaIds: mediaIds.slice(at, at + mostAtOnce) })
    if (!gone.ok) return gone.error
  }
  return null
}
