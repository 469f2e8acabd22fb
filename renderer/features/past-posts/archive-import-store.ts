import { t } from 'i18next'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import type { ArchiveFile } from './archive-files.ts'
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

/** Takes the folder of an archive in; nothing happens while another one comes in for the same client. */
export async function startArchiveImport(workspaceId: string, files: readonly ArchiveFile[]): Promise<void> {
  if (store.getState().running[workspaceId] !== undefined) return
  const controller = new AbortController()
  const importId = newId()
  const show = (progress: ImportProgress): void => store.setState(({ running }) => ({ running: { ...running, [workspaceId]: { progress, stop: () => controller.abort() } } }))
  show({ step: 'posts', done: 0, total: files.length })
  try {
    tell(workspaceId, importId, await importArchive({ bridge: studio, workspaceId, importId, newId, files, signal: controller.signal, onProgress: show }))
  } finally {
    store.setState(({ running: { [workspaceId]: _over, ...running } }) => ({ running }))
  }
}

function tell(workspaceId: string, importId: string, outcome: ImportOutcome): void {
  const { added, known, end, broughtFiles } = outcome
  const detail = detailOf(outcome)
  const label = t('pastPosts:done', { count: added })
  if (typeof end === 'object') showFailure(end, workspaceId)
  if (added > 0) rememberUndo({ workspaceId, label, detail, will: t('pastPosts:doneWill'), undone: t('pastPosts:doneUndone'), undo: () => removePast(workspaceId, { importId }) })
  else if (broughtFiles > 0) showToast({ workspaceId, kind: 'success', title: label, detail })
  else if (end === 'stopped') showToast({ workspaceId, title: t('pastPosts:stopped'), detail })
  else if (end === 'whole') showToast({ workspaceId, kind: known > 0 ? 'info' : 'warning', title: t(known > 0 ? 'pastPosts:nothingNew' : 'pastPosts:noPosts'), detail })
}

function detailOf({ known, unreadable, broughtFiles, missingFiles, end, added }: ImportOutcome): string {
  const names = unreadable.slice(0, 3).map((path) => path.slice(path.lastIndexOf('/') + 1)).join(', ')
  const lines: readonly (readonly [boolean, string])[] = [
    [end === 'stopped', t('pastPosts:stoppedText')],
    [broughtFiles > 0, t('pastPosts:files', { count: broughtFiles })],
    [missingFiles > 0, t('pastPosts:missingFiles', { count: missingFiles })],
    [known > 0 && added > 0, t('pastPosts:known', { count: known })],
    [unreadable.length > 0, t('pastPosts:unreadable', { count: unreadable.length, names })],
    [added + known + unreadable.length === 0 && end === 'whole', t('pastPosts:noPostsText')]
  ]
  return lines.filter(([isSaid]) => isSaid).map(([, line]) => line).join(' ')
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
