import { History } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import type { VersionsDialogProps } from './VersionsDialog.tsx'

// Comparing texts is wanted now and then; opening a post does not wait for it.
const OpenVersions = lazy(async () => ({ default: (await import('./OpenVersions.tsx')).OpenVersions }))

/** The way to what the post said before. */
export function VersionsButton(props: Omit<VersionsDialogProps, 'onClose' | 'state' | 'beginWith'>): React.JSX.Element {
  const { t } = useTranslation('versions')
  const [isOpen, setOpen] = useState(false)
  useCommands({ name: 'composer.versions', title: t('open') }, [{ id: 'composer.versions', title: t('open'), shortcut: 'mod+shift+d', worksWhileTyping: true, run: () => setOpen(true) }])
  return (
    <>
      <Button size="small" variant="quiet" icon={History} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <OpenVersions {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
