import { CheckCheck, Filter, Hourglass, RefreshCw, Rss, Star, TriangleAlert, WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../shared/contract/request-map.ts'
import type { Feed } from '../../../../shared/watch/feed.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { StateNotice } from '../../../components/StateNotice.tsx'
import { useErrorTexts } from '../../../language/use-error-texts.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { emptyReading } from '../empty-reading.ts'
import type { ReadingChoice } from '../watch-list-store.ts'

export interface EmptyReadingProps {
  readonly workspaceId: string
  readonly choice: ReadingChoice
  readonly overview: RequestOutput<'watch.overview'>
  readonly onRemoveFeed: (feed: Feed) => void
}

const icons = { all_read: CheckCheck, nothing_starred: Star, no_match: Filter, no_items: Rss, first_reading: Hourglass, waiting: WifiOff, never_read: TriangleAlert } as const

/** Why the reading list is empty: only what was read can be “all read”. Told live, as the first reading of a feed comes to its end. */
export function EmptyReading({ workspaceId, choice, overview, onRemoveFeed }: EmptyReadingProps): React.JSX.Element {
  const { t } = useTranslation('watch')
  const isOnline = useStudio((state) => state.connectivity.state === 'online')
  const why = emptyReading(choice, overview.feeds, isOnline)
  const texts = useErrorTexts(why.kind === 'never_read' ? why.error : null)
  const feed = why.kind === 'never_read' ? why.feed : null
  return (
    <StateNotice
      size="small"
      role="status"
      tone={why.kind === 'never_read' ? 'danger' : 'plain'}
      icon={icons[why.kind]}
      title={t(`empty.${why.kind}`)}
      text={texts ? `${texts.what} ${texts.next}` : t(`empty.${why.kind}Text`)}
      actions={
        why.kind === 'never_read' ? (
          <>
            <Button icon={RefreshCw} onClick={() => void studio.request('watch.refresh', { workspaceId })}>
              {t('tryAgain')}
            </Button>
            {feed && (
              <Button variant="quiet" onClick={() => onRemoveFeed(feed)}>
                {t('removeFeed')}
              </Button>
            )}
          </>
        ) : undefined
      }
    />
  )
}
