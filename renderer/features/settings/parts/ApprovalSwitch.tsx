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

/** Posts need the client's yes from now on, or no longer: what is scheduled without one would stop, or leave at its time, and that is said before. */
export function ApprovalSwitch({ workspaceId, timeZone, isNeeded, onChange }: ApprovalSwitchProps): React.JSX.Element {
  const { t } = useTranslation(['safety', 'components'])
  const { dayAndTime } = useFormats()
  const [lacking, setLacking] = useState<readonly PostSummary[]>([])
  const words = isNeeded ? 'settings.releasing' : 'settings.stopping'
  const first = lacking[0]?.schedule ?? null

  async function handleChange(wanted: boolean): Promise<void> {
    const now = currentInstant()
    const answer = await studio.request('posts.list', { workspaceId, from: now, until: now + aheadMs, drafts: false })
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    // What the client refused stays here either way.
    const concerned = answer.value.posts.filter(({ status, approval }) => status === 'scheduled' && approval !== 'approved' && (wanted || approval !== 'refused'))
    if (concerned.length === 0) onChange(wanted)
    else setLacking(concerned.toSorted((one, other) => (one.schedule?.dueAt ?? 0) - (other.schedule?.dueAt ?? 0)))
  }

  function confirm(): void {
    setLacking([])
    onChange(!isNeeded)
  }

  return (
    <>
      <Switch placement="trailing" label={t('settings.approval')} hint={t('settings.approvalHint')} checked={isNeeded} onChange={(wanted) => void handleChange(wanted)} />
      <Dialog
        open={lacking.length > 0}
        onOpenChange={() => setLacking([])}
        title={t(`${words}.title`, { count: lacking.length })}
        description={t(`${words}.text`, { when: first === null ? '' : dayAndTime(first.dueAt, timeZone) })}
        footer={
          <>
            <Button onClick={() => setLacking([])}>{t('components:cancel')}</Button>
            <Button variant="primary" onClick={confirm}>
              {t(`${words}.confirm`)}
            </Button>
          </>
        }
      >
        <ul className={styles.stopping}>
          {lacking.slice(0, mostListed).map(({ id, excerpt, schedule }) => (
            <li key={id}>
              {schedule !== null && <time>{dayAndTime(schedule.dueAt, timeZone)}</time>} <span>{excerpt}</span>
            </li>
          ))}
          {lacking.length > mostListed && <li>{t('settings.stopping.more', { count: lacking.length - mostListed })}</li>}
        </ul>
      </Dialog>
    </>
  )
}
