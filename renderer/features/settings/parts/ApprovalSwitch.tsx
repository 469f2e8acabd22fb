import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostSummary } from '../../../../shared/posts/post.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { currentInstant } from '../../../bridge/system-clock.ts'
import { Button } from '../../../components/Button.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { Switch } from '../../../components/Switch.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import styles from '../Screen.module.css'

export interface ApprovalSwitchProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly isNeeded: boolean
  readonly onChange: (isNeeded: boolean) => void
}

/** Series are planned two months ahead, and nobody plans a single post later than this. */
const aheadMs = 3 * 366 * 86_400_000
const mostListed = 12

/** Posts need the client's yes from now on: what is scheduled without one would stop, and that is said before. */
export function ApprovalSwitch({ workspaceId, timeZone, isNeeded, onChange }: ApprovalSwitchProps): React.JSX.Element {
  const { t } = useTranslation(['safety', 'components'])
  const { dayAndTime } = useFormats()
  const [stopping, setStopping] = useState<readonly PostSummary[]>([])

  async function handleChange(wanted: boolean): Promise<void> {
    if (!wanted) return onChange(false)
    const now = currentInstant()
    const answer = await studio.request('posts.list', { workspaceId, from: now, until: now + aheadMs, drafts: false })
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    const lacking = answer.value.posts.filter(({ status, approval }) => status === 'scheduled' && approval !== 'approved')
    if (lacking.length === 0) onChange(true)
    else setStopping(lacking)
  }

  function confirm(): void {
    setStopping([])
    onChange(true)
  }

  return (
    <>
      <Switch placement="trailing" label={t('settings.approval')} hint={t('settings.approvalHint')} checked={isNeeded} onChange={(wanted) => void handleChange(wanted)} />
      <Dialog
        open={stopping.length > 0}
        onOpenChange={() => setStopping([])}
        title={t('settings.stopping.title', { count: stopping.length })}
        description={t('settings.stopping.text')}
        footer={
          <>
            <Button onClick={() => setStopping([])}>{t('components:cancel')}</Button>
            <Button variant="primary" onClick={confirm}>
              {t('settings.stopping.confirm')}
            </Button>
          </>
        }
      >
        <ul className={styles.stopping}>
          {stopping.slice(0, mostListed).map(({ id, excerpt, schedule }) => (
            <li key={id}>
              {schedule !== null && <time>{dayAndTime(schedule.dueAt, timeZone)}</time>} <span>{excerpt}</span>
            </li>
          ))}
          {stopping.length > mostListed && <li>{t('settings.stopping.more', { count: stopping.length - mostListed })}</li>}
        </ul>
      </Dialog>
    </>
  )
}
