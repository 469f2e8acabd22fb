import { MailQuestion } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/IconButton.tsx'
import { useCommands } from '../../shell/command-registry.ts'
import type { ApprovalPackDialogProps } from './ApprovalPackDialog.tsx'

const ApprovalPackDialog = lazy(async () => ({ default: (await import('./ApprovalPackDialog.tsx')).ApprovalPackDialog }))

/** The way to ask the client about several posts at once. */
export function ApprovalPackButton(props: Omit<ApprovalPackDialogProps, 'onClose'>): React.JSX.Element {
  const { t } = useTranslation('approval')
  const [isOpen, setOpen] = useState(false)
  useCommands({ name: 'approval', title: t('title') }, [{ id: 'approval.pack', title: t('open'), icon: MailQuestion, run: () => setOpen(true) }])
  return (
    <>
      <IconButton icon={MailQuestion} label={t('open')} onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense fallback={null}>
          <ApprovalPackDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
