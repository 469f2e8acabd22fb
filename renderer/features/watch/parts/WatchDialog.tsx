import { useTranslation } from 'react-i18next'
import type { Feed, WatchRule } from '../../../../shared/watch/feed.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { FeedDialog } from './FeedDialog.tsx'
import { RuleDialog } from './RuleDialog.tsx'

export type OpenWatchDialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'feed' }
  | { readonly kind: 'rule'; readonly rule: WatchRule | null }
  | { readonly kind: 'remove_feed'; readonly feed: Feed }

export interface WatchDialogProps {
  readonly workspaceId: string
  readonly dialog: OpenWatchDialog
  readonly onFollowed: (feed: Feed) => void
  readonly onClose: () => void
}

/** The one dialog that may be open over the watch. */
export function WatchDialog({ workspaceId, dialog, onFollowed, onClose }: WatchDialogProps): React.JSX.Element | null {
  const { t } = useTranslation('watch')

  async function handleRemove(feed: Feed): Promise<void> {
    const answer = await studio.request('watch.removeFeed', { workspaceId, feedId: feed.id })
    onClose()
    if (!answer.ok) showFailure(answer.error, workspaceId)
  }

  switch (dialog.kind) {
    case 'none':
      return null
    case 'feed':
      return <FeedDialog workspaceId={workspaceId} onFollowed={onFollowed} onClose={onClose} />
    case 'rule':
      return <RuleDialog workspaceId={workspaceId} rule={dialog.rule} onClose={onClose} />
    case 'remove_feed':
      return (
        <ConfirmDialog
          open
          onOpenChange={onClose}
          tone="danger"
          title={t('removeFeedTitle', { title: dialog.feed.title })}
          text={t('removeFeedText')}
          confirmLabel={t('removeFeed')}
          onConfirm={() => void handleRemove(dialog.feed)}
        />
      )
  }
}
