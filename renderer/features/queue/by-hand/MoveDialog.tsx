import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import type { Account } from '../../../../shared/accounts/account.ts'
import { isOnItsWay } from '../../../../shared/outbox/job-groups.ts'
import { accountsThatStay, accountsToMove } from '../../../../shared/posts/accounts-to-move.ts'
import { restOf } from '../../../../shared/posts/rest-of.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { accountLabel } from '../../../components/account-label.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { rememberMove } from '../../../shell/remember-move.ts'
import { useNow } from '../../../shell/use-now.ts'

export interface MoveDialogProps {
  readonly workspaceId: string
  readonly postId: string
  readonly timeZone: string
  /** Of a post that asks, to name those that it goes to then; null: it stands ready for the person. */
  readonly accounts: readonly Account[] | null
  readonly onClose: () => void
}

/** Another hour for a post that stands ready for the person, or asks because its own has passed: an hour from now to begin with. */
export function MoveDialog({ workspaceId, postId, timeZone, accounts, onClose }: MoveDialogProps): React.JSX.Element {
  const { t } = useTranslation('queue')
  const formats = useFormats()
  const now = useNow()
  const [time, setTime] = useState(() => toLocalDateTime(now + 3_600_000, timeZone).slice(0, 16))
  const [isBusy, setBusy] = useState(false)

  async function move(): Promise<void> {
    setBusy(true)
    const answer = await studio.request('posts.reschedule', { workspaceId, postId, localDateTime: time, isRepeatMeant: true, ...(accounts === null ? { byHand: true } : {}) })
    setBusy(false)
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    const { schedule } = answer.value.post
    const label = t(accounts === null ? 'byHand.moved' : 'moved', { when: formats.moment(schedule?.dueAt ?? now, now, timeZone) })
    if (accounts === null || schedule === null) showToast({ kind: 'success', workspaceId, title: label })
    else rememberMove({ workspaceId, kind: 'success', label, moved: [{ postId, dueAt: schedule.dueAt }], excerpt: answer.value.jobs[0]?.excerpt ?? '' })
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(accounts === null ? 'byHand.anotherHour' : 'decide.move')}
      footer={
        <Button variant="primary" busy={isBusy} disabled={time === ''} onClick={() => void move()}>
          {t('decide.move')}
        </Button>
      }
    >
      {accounts === null ? <p>{t('byHand.anotherHourText')}</p> : <MovedAccounts workspaceId={workspaceId} postId={postId} accounts={accounts} />}
      <DateTimeField label={t('decide.move')} isLabelHidden value={time} today={toLocalDateTime(now, timeZone).slice(0, 10)} onChange={setTime} />
    </Dialog>
  )
}

/** Which of the post's accounts have the new time: of one that is out in part its rest, else all but those on which it is on its way or in doubt. */
function MovedAccounts({ workspaceId, postId, accounts }: Pick<MoveDialogProps, 'workspaceId' | 'postId'> & { readonly accounts: readonly Account[] }): React.JSX.Element | null {
  const { t } = useTranslation('queue')
  const formats = useFormats()
  const [loaded] = useRequest('posts.read', { workspaceId, postId }, ['outbox.changed'])
  if (loaded.kind !== 'ready') return null
  const { jobs } = loaded.value
  const open = jobs.filter((job) => job.finishedAt === null)
  const rest = restOf(jobs)
  const moved = rest ?? [...accountsToMove(open)].filter((id) => open.some((job) => job.accountId === id && !isOnItsWay(job)))
  const named = (ids: readonly string[]): string => formats.list(accounts.filter(({ id }) => ids.includes(id)).map(accountLabel))
  const stays = rest === null ? accountsThatStay(open) : []
  return (
    <>
      <p>{t('moveText', { accounts: named(moved) })}</p>
      {stays.length > 0 && <p>{t('moveStays', { accounts: named(stays) })}</p>}
    </>
  )
}
