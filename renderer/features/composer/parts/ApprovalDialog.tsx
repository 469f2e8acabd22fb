import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { approvalChannels, type ApprovalEntry } from '../../../../shared/posts/approval.ts'
import { Button } from '../../../components/Button.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { TextField } from '../../../components/TextField.tsx'
import styles from './ApprovalPanel.module.css'

export interface ApprovalDialogProps {
  readonly kind: 'approved' | 'refused'
  /** Nothing leaves without a yes here, so nobody can send it all the same. */
  readonly needsYes: boolean
  readonly onClose: () => void
  readonly onRecord: (entry: ApprovalEntry) => void
}

/** Who said yes or no, by which way, and in which words. */
export function ApprovalDialog({ kind, needsYes, onClose, onRecord }: ApprovalDialogProps): React.JSX.Element {
  const { t } = useTranslation(['composer', 'components'])
  const [by, setBy] = useState('')
  const [channel, setChannel] = useState<(typeof approvalChannels)[number]>('mail')
  const [words, setWords] = useState('')
  const field = useRef<HTMLInputElement | null>(null)

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (by.trim() !== '') onRecord(kind === 'approved' ? { kind, by, channel, note: words } : { kind, by, channel, comment: words })
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(`approval.dialog.${kind}`)}
      description={t(kind === 'approved' ? 'approval.dialog.text' : needsYes ? 'approval.dialog.refusedTextNeedsYes' : 'approval.dialog.refusedText')}
      initialFocus={field}
      footer={
        <>
          <Button onClick={onClose}>{t('components:cancel')}</Button>
          <Button variant="primary" type="submit" form="approval" disabled={by.trim() === ''}>
            {t('approval.dialog.record')}
          </Button>
        </>
      }
    >
      <form id="approval" className={styles.form} onSubmit={handleSubmit}>
        <TextField ref={field} label={t('approval.dialog.by')} hint={t('approval.dialog.byHint')} required value={by} maxLength={80} onChange={setBy} />
        <SegmentedControl label={t('approval.dialog.channel')} value={channel} onChange={setChannel} segments={approvalChannels.map((value) => ({ value, label: t(`approval.channel.${value}`) }))} />
        <TextField label={t(kind === 'approved' ? 'approval.dialog.note' : 'approval.dialog.comment')} value={words} maxLength={500} onChange={setWords} />
      </form>
    </Dialog>
  )
}
