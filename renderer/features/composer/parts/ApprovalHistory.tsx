import { History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Approval } from '../../../../shared/posts/approval.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { Popover } from '../../../components/Popover.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import styles from './ApprovalPanel.module.css'

export interface ApprovalHistoryProps {
  readonly workspaceId: string
  readonly postId: string
  readonly timeZone: string
}

/** All that was asked, answered and decided about a post, with what the client wrote beside it. */
export function ApprovalHistory(props: ApprovalHistoryProps): React.JSX.Element {
  const { t } = useTranslation('approval')
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      side="top"
      label={t('history.title')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" variant="quiet" icon={History}>
          {t('history.open')}
        </Button>
      }
    >
      {isOpen && <Words {...props} />}
    </Popover>
  )
}

function Words({ workspaceId, postId, timeZone }: ApprovalHistoryProps): React.JSX.Element {
  const [loaded, retry] = useRequest('posts.listApprovals', { workspaceId, postId }, ['posts.changed'])
  if (loaded.kind === 'loading') return <LoadingState rows={2} />
  if (loaded.kind === 'failed') return <ErrorState size="inline" error={loaded.error} onRetry={retry} />
  return (
    <ol className={styles.history} tabIndex={0}>
      {loaded.value.words.map((word, place) => (
        // Words have no name of their own but their place.
        <Word key={loaded.value.words.length - place} word={word} timeZone={timeZone} />
      ))}
    </ol>
  )
}

function Word({ word, timeZone }: { readonly word: Approval; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('approval')
  const { t: ofComposer } = useTranslation('composer')
  const { dayAndTime } = useFormats()
  const kind = word.kind === 'taken_back' && word.cause === 'card' ? 'card_changed' : word.kind
  const facts = [...('at' in word ? [dayAndTime(word.at, timeZone)] : []), ...('channel' in word ? [ofComposer(`approval.channel.${word.channel}`)] : [])]
  const remark = remarkIn(word)
  return (
    <li data-kind={word.kind}>
      <strong>{t(`history.${kind}`, { by: 'by' in word ? word.by : '' })}</strong>
      {facts.length > 0 && <span>{facts.join(' · ')}</span>}
      {remark !== '' && <blockquote>{remark}</blockquote>}
    </li>
  )
}

/** What was written beside it then; a no that is only remembered says nothing anew. */
function remarkIn(word: Approval): string {
  if (word.kind === 'refused') return word.comment
  return word.kind === 'asked' || word.kind === 'approved' ? word.note : ''
}
