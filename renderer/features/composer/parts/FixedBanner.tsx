import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Leaving } from '../../../../shared/outbox/undo-window.ts'
import { stillAtOf } from '../../../../shared/outbox/still-at.ts'
import { hoursApart } from '../../../../shared/posts/hours-apart.ts'
import { accountLabel } from '../../../components/account-label.ts'
import { Banner } from '../../../components/Banner.tsx'
import { Button } from '../../../components/Button.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { holdOf } from '../../../shell/hold-actions.ts'
import { takeBack, useLeavingPost } from '../../../shell/leaving-store.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { useNow } from '../../../shell/use-now.ts'
import { useSeconds } from '../../../shell/use-seconds.ts'
import type { OpenPost } from '../composer-state.ts'

interface FixedBannerProps extends Pick<OpenPost, 'postId' | 'status' | 'schedule' | 'jobs'> {
  readonly accounts: readonly Account[]
  /** What the client's answer has against it, although it has its time; null: nothing. */
  readonly stop: 'refused' | 'unapproved' | null
}

/** Says why a scheduled post cannot be written in, and how it can; of one about to leave, how long it can still be taken back. */
export const FixedBanner = memo(function FixedBanner({ postId, status, schedule, jobs, accounts, stop }: FixedBannerProps): React.JSX.Element | null {
  const { t } = useTranslation(['composer', 'calendar', 'ledger'])
  const formats = useFormats()
  const leaving = useLeavingPost(postId)
  const now = useNow()
  if (schedule === null) return null
  const until = jobs.flatMap(({ leavesUntil }) => leavesUntil ?? [])[0]
  const limit = until === undefined ? null : t('ledger:leavesUntil', { when: formats.moment(until, now, schedule.timeZone) })
  // Its hour has come, and it waits for a connection.
  if (status !== 'scheduled' && limit === null) return null
  if (leaving !== null) return <LeavingBanner leaving={leaving} limit={limit} />
  const when = formats.dayAndTime(schedule.dueAt, schedule.timeZone)
  const then = jobs.flatMap(({ afterReturn }) => afterReturn ?? [])[0]
  if (then !== undefined) {
    return (
      <Banner shape="strip" kind="warning" title={t('fixed.comingBack', { when })}>
        {t(`fixed.comingBackThen.${then}`)}
      </Banner>
    )
  }
  if (stop !== null) {
    return (
      <Banner shape="strip" kind="warning" title={t(`fixed.${stop}`)}>
        {t('fixed.stoppedText', { when })}
      </Banner>
    )
  }
  const stillAt = stillAtOf(jobs)
  if (stillAt !== null) {
    return (
      <Banner shape="strip" kind="warning" title={t('fixed.moving', { when })}>
        {t('fixed.movingText', { old: formats.dayAndTime(stillAt, schedule.timeZone) })}
      </Banner>
    )
  }
  if (limit !== null) {
    return (
      <Banner shape="strip" title={t('fixed.leavingOffline')}>
        {limit} {t('fixed.text')}
      </Banner>
    )
  }
  const apart = hoursApart(jobs.filter(({ finishedAt }) => finishedAt === null), schedule.dueAt).flatMap(({ accountId, at }) =>
    accounts.filter(({ id }) => id === accountId).map((account) => t('calendar:apart.one', { account: accountLabel(account), when: formats.dayAndTime(at, schedule.timeZone) }))
  )
  return (
    <Banner shape="strip" title={t('fixed.title', { when })}>
      {apart.length > 0 && `${t('calendar:apart.title', { others: formats.list(apart) })}. `}
      {t('fixed.text')}
    </Banner>
  )
})

function LeavingBanner({ leaving, limit }: { readonly leaving: Leaving; readonly limit: string | null }): React.JSX.Element {
  const { t } = useTranslation('composer')
  const isOnHold = holdOf(useStudio((state) => state.holds), leaving.workspaceId) !== null
  const seconds = Math.max(0, Math.ceil((leaving.leavesAt - useSeconds(true)) / 1000))
  function moment(): string {
    if (isOnHold) return t('fixed.onHold')
    if (leaving.waitsForConnection) return t('fixed.leavingOffline')
    const words = leaving.byHand === true ? 'byHand' : 'fixed'
    return seconds === 0 ? t(`${words}.leavingNow`) : t(`${words}.leaving`, { count: seconds })
  }

  const actions = (
    <Button size="small" onClick={() => void takeBack(leaving)}>
      {t('fixed.takeBack')}
    </Button>
  )
  return (
    // A voice that counts down would talk over everything else; the strip below is read once.
    <Banner shape="strip" title={<span aria-hidden="true">{moment()}</span>} actions={actions}>
      {!isOnHold && limit !== null && `${limit} `}
      {t(isOnHold ? 'fixed.onHoldText' : 'fixed.leavingText')}
    </Banner>
  )
}
