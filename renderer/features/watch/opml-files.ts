import { t } from 'i18next'
import { studio } from '../../bridge/studio-client.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'

/** Takes over the feeds of an OPML file and says what became of each. */
export async function importOpml(workspaceId: string, file: File): Promise<void> {
  const answer = await studio.request('watch.importOpml', { workspaceId, bytes: new Uint8Array(await file.arrayBuffer()) })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  const { added, alreadyFollowed, skipped } = answer.value
  const titles = skipped.map((feed) => feed.title || feed.url).join(', ')
  showToast({
    workspaceId,
    // Nothing of it was read yet: that is told in the list, feed by feed.
    kind: skipped.length === 0 ? 'info' : 'warning',
    title: t('imported', { ns: 'watch', added, known: alreadyFollowed }),
    detail: skipped.length === 0 ? t('importedNow', { ns: 'watch' }) : t('importedSkipped', { ns: 'watch', count: skipped.length, titles })
  })
}

/** Saves the followed feeds as OPML where the user's downloads go. */
export async function exportOpml(workspaceId: string): Promise<void> {
  const answer = await studio.request('watch.exportOpml', { workspaceId })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  const address = URL.createObjectURL(new Blob([answer.value.opml], { type: 'text/x-opml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'vigie.opml'
  link.click()
  URL.revokeObjectURL(address)
}
