import { Images } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import type { LibraryDialogProps } from './LibraryDialog.tsx'

const LibraryDialog = lazy(async () => ({ default: (await import('./LibraryDialog.tsx')).LibraryDialog }))

/** The way to the pictures that this client has already. */
export function LibraryButton(props: Omit<LibraryDialogProps, 'onClose'>): React.JSX.Element {
  const { t } = useTranslation('library')
  const [isOpen, setOpen] = useState(false)
  useCommands({ name: 'composer.library', title: t('open') }, [{ id: 'composer.library', title: t('open'), shortcut: 'mod+shift+p', worksWhileTyping: true, run: () => setOpen(true) }])
  return (
    <>
      <Button size="small" variant="quiet" icon={Images} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <LibraryDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
