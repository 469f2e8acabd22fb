import { History } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Button } from '../../../components/Button.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import type { VersionsDialogProps } from './VersionsDialog.tsx'

// Comparing texts is wanted now and then; opening a post does not wait for it.
const VersionsDialog = lazy(async () => ({ default: (await import('./VersionsDialog.tsx')).VersionsDialog }))

/** The way to what the post said before. */
export function VersionsButton(props: Omit<VersionsDialogProps, 'onClose' | 'state'>): React.JSX.Element {
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

function OpenVersions(props: Omit<VersionsDialogProps, 'state'>): React.JSX.Element | null {
  const state = useStore(props.store.state)
  return state.kind === 'ready' ? <VersionsDialog {...props} state={state} /> : null
}
