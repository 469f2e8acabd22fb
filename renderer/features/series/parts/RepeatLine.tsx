import { Ellipsis, Repeat } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import type { Series } from '../../../../shared/series/series.ts'
import { Badge } from '../../../components/Badge.tsx'
import { Button } from '../../../components/Button.tsx'
import { smallIconProps } from '../../../components/icon.ts'
import { IconButton } from '../../../components/IconButton.tsx'
import { Menu, type MenuEntry } from '../../../components/Menu.tsx'
import { useSeriesWords } from '../series-words.ts'
import { useRepeating, type Repetition } from '../use-repeating.ts'
import { RepeatDialog } from './RepeatDialog.tsx'
import { StopSeriesDialog, type Stop } from './StopSeriesDialog.tsx'
import styles from './AheadLine.module.css'

export interface RepeatLineProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly postId: string
  readonly found: { readonly series: Series; readonly date: string } | null
  /** The chosen wall-clock time; empty while there is none. */
  readonly localDateTime: string
  /** A draft that could be scheduled as it is. */
  readonly canSchedule: boolean
  /** It has its time and waits for it on this computer. */
  readonly isWaiting: boolean
  /** It waits with its network, from where it comes back first. */
  readonly isElsewhere: boolean
  readonly accounts: readonly Account[]
  readonly savedRevision: () => Promise<number | null>
}

/** Whether the post repeats, in words, and what can be done about that. */
export function RepeatLine(props: RepeatLineProps): React.JSX.Element | null {
  const { workspaceId, timeZone, postId, found, localDateTime, canSchedule, isWaiting, isElsewhere, accounts, savedRevision } = props
  const { t } = useTranslation('series')
  const words = useSeriesWords()
  const repeating = useRepeating({ workspaceId, postId, savedRevision })
  const [asking, setAsking] = useState<'repetition' | Stop | null>(null)
  const series = found?.series ?? null
  const canChange = localDateTime !== '' && (canSchedule || isWaiting)
  if (series === null && !canSchedule) return null

  const entries: MenuEntry[] = found === null ? [] : entriesFor(found.series, isWaiting)

  function entriesFor(of: Series, waits: boolean): MenuEntry[] {
    return [
      { id: 'change', label: t('changeFollowing'), disabled: !canChange, onSelect: () => setAsking('repetition') },
      { id: 'skip', label: t('skip'), disabled: !waits || isElsewhere, onSelect: () => void repeating.skip(of, found?.date ?? '', words.days([found?.date ?? ''])) },
      { kind: 'separator', id: 'line' },
      of.state === 'active'
        ? { id: 'pause', label: t('pause'), onSelect: () => setAsking('paused') }
        : { id: 'resume', label: t('resume'), onSelect: () => void repeating.setState(of, 'active') },
      { id: 'end', label: t('end'), tone: 'danger', disabled: of.state === 'ended', onSelect: () => setAsking('ended') }
    ]
  }

  async function handleConfirm(repetition: Repetition, start: string, isRepeatMeant: boolean): Promise<StudioError | null> {
    const outcome = await repeating.confirm(series, repetition, start, isRepeatMeant)
    if (outcome === true) setAsking(null)
    return typeof outcome === 'object' ? outcome : null
  }

  return (
    <div className={styles.line}>
      {series === null ? (
        <Button size="small" variant="quiet" icon={Repeat} disabled={!canChange} onClick={() => setAsking('repetition')}>
          {t('repeat')}
        </Button>
      ) : (
        <>
          <Repeat {...smallIconProps} aria-hidden="true" />
          <span>{t('repeats', { plan: words.plan(series.plan, timeZone) })}</span>
          {series.state !== 'active' && <Badge tone="warning">{t(`rest.${series.state}`)}</Badge>}
          {canSchedule && <span className={styles.faint}>{t('onlyThis')}</span>}
          <span className={styles.actions}>
            {canSchedule && (
              <Button size="small" disabled={!canChange} onClick={() => setAsking('repetition')}>
                {t('changeFollowing')}
              </Button>
            )}
            <Menu trigger={<IconButton icon={Ellipsis} size="small" label={t('menu')} />} entries={entries} side="top" align="end" />
          </span>
        </>
      )}
      {asking === 'repetition' && (
        <RepeatDialog workspaceId={workspaceId} localDateTime={localDateTime} timeZone={timeZone} series={series} isBusy={repeating.isBusy} onClose={() => setAsking(null)} accounts={accounts} onConfirm={handleConfirm} />
      )}
      {(asking === 'paused' || asking === 'ended') && series !== null && (
        <StopSeriesDialog
          stop={asking}
          workspaceId={workspaceId}
          timeZone={timeZone}
          seriesId={series.id}
          onClose={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null)
            void repeating.setState(series, asking)
          }}
        />
      )}
    </div>
  )
}
