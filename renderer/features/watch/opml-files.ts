import { t } from 'i18next'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { largestOpml } from '../../../shared/watch/largest-opml.ts'
import { studio } from '../../bridge/studio-client.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'

/** So many are named; a list of somebody who left Netvibes may hold hundreds that are no feeds. */
const mostNamed = 5

/** Takes over the feeds of an OPML file and says what became of each. */
export async function importOpml(workspaceId: string, file: File): Promise<void> {
  if (file.size > largestOpml) return showFailure(studioError('opml_too_large', 'the file is too large for a list of feeds'), workspaceId)
  const bytes = await bytesOf(file)
  if (bytes === null) return showFailure(studioError('opml_unreadable', 'the file cannot be opened'), workspaceId)
  const answer = await studio.request('watch.importOpml', { workspaceId, bytes })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  const { added, alreadyFollowed, skipped, skippedCount } = answer.value
  const titles = skipped.slice(0, mostNamed).map((feed) => (feed.title || feed.url).slice(0, 100)).join(', ')
  const unnamed = skippedCount - mostNamed
  showToast({
    workspaceId,
    // Nothing of it was read yet: that is told in the list, feed by feed.
    kind: skippedCount === 0 ? 'info' : 'warning',
    title: t('imported', { ns: 'watch', added, known: alreadyFollowed }),
    detail: skippedCount === 0 ? t('importedNow', { ns: 'watch' }) : t('importedSkipped', { ns: 'watch', count: skippedCount, titles: unnamed > 0 ? t('importedMore', { ns: 'watch', count: unnamed, titles }) : titles })
  })
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    // It was moved or locked since it was chosen.
    return null
  }
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
