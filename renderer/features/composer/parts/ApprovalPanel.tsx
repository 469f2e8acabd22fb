import { CircleCheck, CircleHelp, CircleX, MailQuestion, Send } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { earlierNo, standingNo, type Approval, type ApprovalEntry } from '../../../../shared/posts/approval.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { smallIconProps, type Icon } from '../../../components/icon.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useKeptBy } from '../../../shell/use-kept-by.ts'
import type { PostFacts } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { ApprovalHistory } from './ApprovalHistory.tsx'
import { ApprovalDialog } from './ApprovalDialog.tsx'
import styles from './ApprovalPanel.module.css'

// Comparing is wanted now and then; opening a post does not wait for it.
const OpenVersions = lazy(async () => ({ default: (await import('../versions/OpenVersions.tsx')).OpenVersions }))

export interface ApprovalPanelProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly store: ComposerStore
  readonly post: PostFacts
  /** Where posts need a yes, nobody sends one without it. */
  readonly needsYes: boolean
}

const icons: Readonly<Record<Approval['kind'], Icon>> = { none: CircleHelp, asked: MailQuestion, approved: CircleCheck, refused: CircleX, taken_back: CircleHelp, refused_before: CircleHelp, sent_anyway: Send, taken_on: Send }

/** What opens over the panel. */
type Opened = 'approved' | 'refused' | 'all_the_same' | 'take_on' | 'compare'

/** Where the post stands with whoever has to say yes, and what can be written down about it. */
export function ApprovalPanel(props: ApprovalPanelProps): React.JSX.Element {
  const { workspaceId, timeZone, store, post, needsYes } = props
  const { t } = useTranslation('composer')
  const [opened, setOpened] = useState<Opened | null>(null)
  const { approval } = post
  const Drawing = icons[approval.kind]
  const isStopped = standingNo(approval) !== null
  const isEditedSince = earlierNo(approval) !== null

  async function record(entry: ApprovalEntry): Promise<void> {
    setOpened(null)
    const error = await store.afterSaved((revision) => studio.request('posts.recordApproval', { workspaceId, postId: post.postId, revision, approval: entry }))
    if (error !== null) showFailure(error)
  }

  return (
    <section className={styles.panel} data-jump="approval" data-kind={approval.kind} aria-label={t('approval.title')}>
      <Drawing {...smallIconProps} />
      <Words approval={approval} timeZone={timeZone} />
      <span className={styles.actions}>
        {approval.kind !== 'none' && <ApprovalHistory workspaceId={workspaceId} postId={post.postId} timeZone={timeZone} />}
        {isEditedSince && <Quiet word="compare" onClick={() => setOpened('compare')} />}
        {approval.kind !== 'approved' && approval.kind !== 'asked' && <Quiet word="ask" onClick={() => void record({ kind: 'asked', note: '' })} />}
        {approval.kind !== 'approved' && (
          <Button size="small" onClick={() => setOpened('approved')}>
            {t('approval.yes')}
          </Button>
        )}
        {approval.kind !== 'refused' && <Quiet word="no" onClick={() => setOpened('refused')} />}
        {isStopped && !needsYes && <Quiet word="allTheSame" onClick={() => setOpened('all_the_same')} />}
        {isEditedSince && !needsYes && <Quiet word="takeOn" onClick={() => setOpened('take_on')} />}
      </span>
      <Decisions {...props} opened={opened} onClose={() => setOpened(null)} />
      {(opened === 'approved' || opened === 'refused') && <ApprovalDialog kind={opened} needsYes={needsYes} onClose={() => setOpened(null)} onRecord={(entry) => void record(entry)} />}
      {opened === 'compare' && (
        <Suspense fallback={null}>
          <OpenVersions workspaceId={workspaceId} store={store} beginWith="approval" onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </section>
  )
}

function Quiet({ word, onClick }: { readonly word: 'ask' | 'no' | 'allTheSame' | 'compare' | 'takeOn'; readonly onClick: () => void }): React.JSX.Element {
  const { t } = useTranslation('composer')
  return (
    <Button size="small" variant="quiet" onClick={onClick}>
      {t(`approval.${word}`)}
    </Button>
  )
}

/** What was said, by whom and when, and what follows from it. */
function Words({ approval, timeZone }: { readonly approval: Approval; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { dayAndTime } = useFormats()
  const [no, before] = [standingNo(approval), earlierNo(approval)]
  const saidBefore = before?.saidAt === undefined ? '' : dayAndTime(before.saidAt, timeZone)
  const at = 'at' in approval ? dayAndTime(approval.at, timeZone) : ''
  // Where the day stands in the sentence, it is not said twice.
  const isDated = approval.kind === 'refused' || approval.kind === 'refused_before' || approval.kind === 'taken_on'
  return (
    <span className={styles.words}>
      <strong>{t(`approval.state.${approval.kind === 'taken_back' && approval.cause === 'card' ? 'card_changed' : approval.kind}`, { by: 'by' in approval ? approval.by : '', when: saidBefore === '' ? at : saidBefore })}</strong>
      {no !== null && <span className={styles.stands}>{approval.kind === 'asked' ? t('approval.askedAgain', { by: no.by }) : t('approval.stands')}</span>}
      {before !== null && <span>{approval.kind === 'asked' ? t('approval.state.refused_before', { by: before.by, when: saidBefore }) : t('approval.changedSince')}</span>}
      <span>{[remarkOf(approval), 'channel' in approval ? t(`approval.channel.${approval.channel}`) : '', isDated ? '' : at].filter((word) => word !== '').join(' · ')}</span>
    </span>
  )
}

/** What somebody here decides against the client's no, or after it: asked first. */
function Decisions({ workspaceId, store, post: { postId }, opened, onClose }: ApprovalPanelProps & { readonly opened: Opened | null; readonly onClose: () => void }): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { t: ofQueue } = useTranslation('queue')
  const isOnHold = useKeptBy(workspaceId) === 'hold'

  async function decide(name: 'posts.sendAllTheSame' | 'posts.takeOn'): Promise<void> {
    onClose()
    const error = await store.afterSaved(() => studio.request(name, { workspaceId, postId }))
    if (error !== null) showFailure(error)
  }

  return (
    <>
      <ConfirmDialog open={opened === 'all_the_same'} onOpenChange={onClose} tone="danger" title={ofQueue('allTheSameTitle')} text={ofQueue(isOnHold ? 'allTheSameOnHold' : 'allTheSameText')} confirmLabel={ofQueue('decide.send_all_the_same')} onConfirm={() => void decide('posts.sendAllTheSame')} />
      <ConfirmDialog open={opened === 'take_on'} onOpenChange={onClose} title={t('approval.takeOnTitle')} text={t('approval.takeOnText')} confirmLabel={t('approval.takeOnConfirm')} onConfirm={() => void decide('posts.takeOn')} />
    </>
  )
}

function remarkOf(approval: Approval): string {
  if ('comment' in approval) return approval.comment
  return approval.kind === 'asked' || approval.kind === 'approved' ? approval.note : ''
}
