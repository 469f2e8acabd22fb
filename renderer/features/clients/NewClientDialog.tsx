import { Anchor } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { iconProps } from '../../components/icon.ts'
import { ClientForm } from './ClientForm.tsx'
import { enterClient } from './enter-client.ts'
import { usePracticeStart } from './use-practice-start.ts'
import styles from './NewClientDialog.module.css'

/** A client more, from anywhere in the studio: over the screen one is on, so that leaving it changes nothing. */
export function NewClientDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const { t } = useTranslation('welcome')
  const practice = usePracticeStart()

  async function handleCreated({ id }: Workspace): Promise<void> {
    await enterClient(id, 'accounts')
    onClose()
  }

  async function handlePractice(): Promise<void> {
    if (await practice.start()) onClose()
  }

  return (
    <Dialog open onOpenChange={(open) => !open && !practice.isStarting && onClose()} title={t('clientTitle')} description={t('clientText')}>
      <ClientForm onCancel={onClose} onCreated={(workspace) => void handleCreated(workspace)} />
      <section className={styles.practice}>
        <Anchor {...iconProps} />
        <p>{t('practiceInstead')}</p>
        <Button size="small" busy={practice.isStarting} onClick={() => void handlePractice()}>
          {practice.isStarting ? t('practiceBusy') : t('practiceMake')}
        </Button>
      </section>
      {practice.error && <ErrorState size="small" error={practice.error} onRetry={() => void handlePractice()} />}
    </Dialog>
  )
}
