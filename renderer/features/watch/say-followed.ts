import { t } from 'i18next'
import type { Feed } from '../../../shared/watch/feed.ts'
import { showToast } from '../../components/toaster.ts'
import { feedReading } from './feed-reading.ts'

/** Says what became of an address that was given: a feed that was read is followed; of any other only the address was taken. */
export function sayFollowed(workspaceId: string, feed: Feed, isOnline: boolean): void {
  const { kind } = feedReading(feed, isOnline)
  if (kind === 'read') showToast({ kind: 'success', workspaceId, title: t('watch:feedDialog.added', { title: feed.title }) })
  else showToast({ kind: 'info', workspaceId, title: t('watch:feedDialog.taken', { title: feed.title }), detail: t(`watch:reading.${kind}`) })
}
