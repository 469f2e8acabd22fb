import { useTranslation } from 'react-i18next'
import type { Series } from '../../../../shared/series/series.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Banner } from '../../../components/Banner.tsx'
import { Button } from '../../../components/Button.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { firstWords } from '../../../language/first-words.ts'
import { navigate } from '../../../shell/route-store.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { useProblemText } from '../../composer/use-problem-text.ts'
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
      {series.map((one) => (one.unplanned.length === 0 ? null : <Unplanned key={one.id} workspaceId={workspaceId} series={one} />))}
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

/** Days that would have gone out in a way that nobody wants: which, why, and the way to the first of them. */
function Unplanned({ workspaceId, series: { excerpt, unplanned } }: { readonly workspaceId: string; readonly series: Series }): React.JSX.Element | null {
  const { t } = useTranslation('series')
  const words = useSeriesWords()
  const timeZone = useStudio((state) => state.workspaces.find(({ id }) => id === workspaceId)?.timeZone ?? 'UTC')
  const [loaded] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  const describe = useProblemText(loaded.kind === 'ready' ? loaded.value.accounts : [], timeZone)
  const [first] = unplanned
  if (first === undefined || loaded.kind !== 'ready') return null
  const why = [...new Set(unplanned.flatMap(({ problems }) => problems.map((problem) => describe(problem))))].join(' · ')
  return (
    <Banner
      kind="warning"
      shape="strip"
      title={t('unplanned.title', { excerpt: firstWords(excerpt), count: unplanned.length, days: words.days(unplanned.map(({ date }) => date)) })}
      actions={
        <Button size="small" onClick={() => navigate({ screen: 'compose', workspaceId, postId: first.postId, at: null })}>
          {t('unplanned.see')}
        </Button>
      }
    >
      {t('unplanned.text', { why, count: unplanned.length })}
    </Banner>
  )
}
