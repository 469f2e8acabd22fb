import { CircleCheck, CircleHelp, CircleX, MailQuestion, Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { standingNo, type Approval, type ApprovalEntry } from '../../../../shared/posts/approval.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { smallIconProps, type Icon } from '../../../components/icon.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useKeptBy } from '../../../shell/use-kept-by.ts'
import type { PostFacts } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { ApprovalDialog } from './ApprovalDialog.tsx'
import styles from './ApprovalPanel.module.css'

export interface ApprovalPanelProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly store: ComposerStore
  readonly post: PostFacts
  /** Where posts need a yes, nobody sends one without it. */
  readonly needsYes: boolean
}

const icons: Readonly<Record<Approval['kind'], Icon>> = { none: CircleHelp, asked: MailQuestion, approved: CircleCheck, refused: CircleX, taken_back: CircleHelp, refused_before: CircleHelp, sent_anyway: Send }

/** Where the post stands with whoever has to say yes, and what can be written down about it. */
export function ApprovalPanel({ workspaceId, timeZone, store, post, needsYes }: ApprovalPanelProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { t: ofQueue } = useTranslation('queue')
  const formats = useFormats()
  const [writing, setWriting] = useState<'approved' | 'refused' | null>(null)
  const { approval } = post
  const Drawing = icons[approval.kind]
  const [isAsking, setAsking] = useState(false)
  const isOnHold = useKeptBy(workspaceId) === 'hold'
  const no = standingNo(approval)
  const canAsk = approval.kind !== 'approved' && approval.kind !== 'asked'

  async function record(entry: ApprovalEntry): Promise<void> {
    setWriting(null)
    const error = await store.afterSaved((revision) => studio.request('posts.recordApproval', { workspaceId, postId: post.postId, revision, approval: entry }))
    if (error !== null) showFailure(error)
  }

  async function sendAllTheSame(): Promise<void> {
    setAsking(false)
    const error = await store.afterSaved(() => studio.request('posts.sendAllTheSame', { workspaceId, postId: post.postId }))
    if (error !== null) showFailure(error)
  }

  return (
    <section className={styles.panel} data-kind={approval.kind} aria-label={t('approval.title')}>
      <Drawing {...smallIconProps} />
      <span className={styles.words}>
        <strong>{t(`approval.state.${approval.kind}`, { by: 'by' in approval ? approval.by : '' })}</strong>
        {no !== null && <span className={styles.stands}>{approval.kind === 'asked' ? t('approval.askedAgain', { by: no.by }) : t('approval.stands')}</span>}
        <span>{[remarkOf(approval), 'channel' in approval ? t(`approval.channel.${approval.channel}`) : '', 'at' in approval ? formats.dayAndTime(approval.at, timeZone) : ''].filter((word) => word !== '').join(' · ')}</span>
      </span>
      {canAsk && (
        <Button size="small" variant="quiet" onClick={() => void record({ kind: 'asked', note: '' })}>
          {t('approval.ask')}
        </Button>
      )}
      {approval.kind !== 'approved' && (
        <Button size="small" onClick={() => setWriting('approved')}>
          {t('approval.yes')}
        </Button>
      )}
      <Button size="small" variant="quiet" onClick={() => setWriting('refused')}>
        {t('approval.no')}
      </Button>
      {no !== null && !needsYes && (
        <Button size="small" variant="quiet" onClick={() => setAsking(true)}>
          {t('approval.allTheSame')}
        </Button>
      )}
      <ConfirmDialog open={isAsking} onOpenChange={() => setAsking(false)} tone="danger" title={ofQueue('allTheSameTitle')} text={ofQueue(isOnHold ? 'allTheSameOnHold' : 'allTheSameText')} confirmLabel={ofQueue('decide.send_all_the_same')} onConfirm={() => void sendAllTheSame()} />
      {writing !== null && <ApprovalDialog kind={writing} onClose={() => setWriting(null)} onRecord={(entry) => void record(entry)} />}
    </section>
  )
}

function remarkOf(approval: Approval): string {
  if (approval.kind === 'refused' || approval.kind === 'refused_before' || approval.kind === 'sent_anyway') return approval.comment
  return approval.kind === 'asked' || approval.kind === 'approved' ? approval.note : ''
}
