import { CloudUpload, Laptop } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Result } from '../../../../shared/contract/result.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { isHandOverable, type HandOver } from '../../../../shared/outbox/hand-over.ts'
import { stillAtOf } from '../../../../shared/outbox/still-at.ts'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { smallIconProps } from '../../../components/icon.ts'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import { isOtherClock } from '../../../language/is-other-clock.ts'
import { systemTimeZone } from '../../../language/system-time-zone.ts'
import { zoneName } from '../../../language/zone-name.ts'
import { useNow } from '../../../shell/use-now.ts'
import styles from './AheadLine.module.css'

export interface WaitingPlaceProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly postId: string
  readonly jobs: readonly Job[]
  readonly accounts: readonly Account[]
}

/** Where a scheduled post waits, which is what has to be on when its time comes, and the way to the other place. */
export function WaitingPlace({ workspaceId, timeZone, postId, jobs, accounts }: WaitingPlaceProps): React.JSX.Element {
  const { t } = useTranslation('series')
  const networks = useNetworkNames()
  const formats = useFormats()
  const now = useNow()
  const [isBusy, setBusy] = useState(false)
  const [loaded] = useRequest('handOver.read', { workspaceId, postId }, ['posts.changed', 'outbox.changed'])
  const known = loaded.kind === 'ready' ? loaded.value.handOvers : []

  const open = jobs.filter((job) => job.finishedAt === null)
  const there = open.filter((job) => job.handOver !== null)
  const here = open.filter((job) => job.handOver === null)
  const able = here.filter((job) => {
    const account = accounts.find(({ id }) => id === job.accountId)
    return account !== undefined && isHandOverable(job, capabilitiesOf(account.networkId), now)
  })
  const stillAt = stillAtOf(there)
  const due = open[0]?.dueAt
  const { isToday, time } = useMoment(due, timeZone, now)

  function networksOf(of: readonly Pick<Job, 'accountId'>[]): string {
    const names = of.flatMap(({ accountId }) => accounts.find(({ id }) => id === accountId)?.networkId ?? []).map(networks.inSentence)
    return formats.list([...new Set(names)])
  }

  async function act(work: () => Promise<Result<unknown>>, title: string): Promise<void> {
    setBusy(true)
    const answer = await work()
    setBusy(false)
    if (answer.ok) showToast({ kind: 'success', workspaceId, title })
    else showFailure(answer.error, workspaceId)
  }

  return (
    <>
      <div className={styles.line}>
        {there.length > 0 ? <CloudUpload {...smallIconProps} aria-hidden="true" /> : <Laptop {...smallIconProps} aria-hidden="true" />}
        <span>{there.length > 0 ? t(`place.${wordOf(there, stillAt)}`, { networks: networksOf(there), time, old: stillAt === null ? '' : formats.dayAndTime(stillAt, timeZone) }) : t(isToday ? 'place.here' : 'place.hereOn', { time })}</span>
        {there.length > 0 && here.length > 0 && <span className={styles.warning}>{t(isToday ? 'place.mixed' : 'place.mixedOn', { others: networksOf(here), time })}</span>}
        <span className={styles.actions}>
          {there.length === 0 && able.length > 0 && (
            <Button size="small" disabled={isBusy} onClick={() => void act(() => studio.request('handOver.start', { workspaceId, postId }), t('place.handed', { networks: networksOf(able) }))}>
              {t('place.handOver', { networks: networksOf(able) })}
            </Button>
          )}
          {there.some((job) => job.handOver !== 'taking_back') && (
            <Button size="small" disabled={isBusy} onClick={() => void act(() => studio.request('handOver.takeBack', { workspaceId, postId, afterwards: 'wait_here' }), t('place.calledBack'))}>
              {t('place.takeBack')}
            </Button>
          )}
        </span>
      </div>
      <Noticed handOvers={known} networksOf={networksOf} />
    </>
  )
}

/** When the computer has to be on, by its own clock; where the client's shows another hour, that one stands beside it. */
function useMoment(due: number | undefined, timeZone: string, now: number): { readonly isToday: boolean; readonly time: string } {
  const { t } = useTranslation('series')
  const formats = useFormats()
  if (due === undefined) return { isToday: false, time: '' }
  const isToday = toLocalDateTime(due, timeZone).slice(0, 10) === toLocalDateTime(now, timeZone).slice(0, 10)
  const write = isToday ? formats.time : formats.dayAndTime
  if (!isOtherClock(due, timeZone)) return { isToday, time: write(due, timeZone) }
  const isTodayHere = toLocalDateTime(due, systemTimeZone()).slice(0, 10) === toLocalDateTime(now, systemTimeZone()).slice(0, 10)
  const both = isToday && isTodayHere ? formats.time : formats.dayAndTime
  return { isToday: isToday && isTodayHere, time: t('place.bothClocks', { here: both(due), there: both(due, timeZone), city: zoneName(timeZone) }) }
}

function wordOf(there: readonly Job[], stillAt: number | null): 'moving' | 'handing' | 'there' | 'takingBack' | 'sought' {
  if (there.every((job) => job.isSought === true)) return 'sought'
  if (there.some((job) => job.handOver === 'taking_back')) return 'takingBack'
  if (stillAt !== null) return 'moving'
  return there.some((job) => job.handOver === 'handing') ? 'handing' : 'there'
}

/** What somebody did on the network itself. */
function Noticed({ handOvers, networksOf }: { readonly handOvers: readonly HandOver[]; readonly networksOf: (of: readonly HandOver[]) => string }): React.JSX.Element | null {
  const { t } = useTranslation('series')
  const told = handOvers.filter((one) => one.noticed !== null)
  return told.length === 0 ? null : (
    <>
      {told.map((one) => (
        <p key={one.jobId} className={styles.warning}>
          {one.noticed === null ? '' : t(`place.noticed.${one.noticed}`, { networks: networksOf([one]) })}
        </p>
      ))}
    </>
  )
}
