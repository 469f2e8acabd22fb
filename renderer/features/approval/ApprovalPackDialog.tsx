import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/Dialog.tsx'
import { Tabs } from '../../components/Tabs.tsx'
import { PackAnswer } from './PackAnswer.tsx'
import { PackToSend, type PackToSendProps } from './PackToSend.tsx'

export interface ApprovalPackDialogProps extends PackToSendProps {
  readonly onClose: () => void
}

/** Sends posts to the client's eyes as one file, and takes the client's answer in. */
export function ApprovalPackDialog({ workspace, posts, accounts, onClose }: ApprovalPackDialogProps): React.JSX.Element {
  const { t } = useTranslation('approval')
  const [part, setPart] = useState<'send' | 'answer'>('send')
  return (
    <Dialog open onOpenChange={onClose} size="large" title={t('title')}>
      <Tabs
        label={t('title')}
        value={part}
        onChange={setPart}
        tabs={[
          { value: 'send', label: t('send'), content: <PackToSend workspace={workspace} posts={posts} accounts={accounts} /> },
          { value: 'answer', label: t('answer.title'), content: <PackAnswer workspaceId={workspace.id} timeZone={workspace.timeZone} /> }
        ]}
      />
    </Dialog>
  )
}
