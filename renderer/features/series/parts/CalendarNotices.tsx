import { useTranslation } from 'react-i18next'
import type { Series } from '../../../../shared/series/series.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Banner } from '../../../components/Banner.tsx'
import { Button } from '../../../components/Button.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { useSeriesWords } from '../series-words.ts'
import { useSeries } from '../use-series.ts'
import { ZoneQuestion } from './ZoneQuestion.tsx'

/** What waits for an answer about the calendar as a whole: one question each. */
export function CalendarNotices({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element {
  const series = useSeries(workspaceId)
  return (
    <>
      <ZoneQuestion workspaceId={workspaceId} shape="strip" />
      {series.map((one) => (one.missed === null ? null : <Missed key={one.id} workspaceId={workspaceId} series={one} missed={one.missed} />))}
    </>
  )
}

const shownExcerpt = 60

function Missed({ workspaceId, series, missed }: { readonly workspaceId: string; readonly series: Series; readonly missed: NonNullable<Series['missed']> }): React.JSX.Element {
  const { t } = useTranslation('series')
  const words = useSeriesWords()
  const excerpt = series.excerpt.length > shownExcerpt ? `${series.excerpt.slice(0, shownExcerpt).trimEnd()}…` : series.excerpt

  async function settle(decision: 'publish_last' | 'drop'): Promise<void> {
    const answer = await studio.request('series.settleMissed', { workspaceId, seriesId: series.id, decision })
    if (answer.ok) showToast({ kind: 'success', workspaceId, title: t('missed.done') })
    else showFailure(answer.error, workspaceId)
  }

  return (
    <Banner
      kind="warning"
      shape="strip"
      title={t('missed.title', { excerpt, count: missed.dates.length, days: words.days(missed.dates) })}
      actions={
        <>
          <Button size="small" onClick={() => void settle('drop')}>
            {t('missed.drop')}
          </Button>
          {missed.postId !== null && (
            <Button size="small" variant="primary" onClick={() => void settle('publish_last')}>
              {t('missed.publish')}
            </Button>
          )}
        </>
      }
    >
      {t('missed.text')}
    </Banner>
  )
}
