import { Columns2 } from 'lucide-react'
import { lazy, memo, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/IconButton.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import { setFocusMode } from '../../../shell/focus-mode.ts'
import type { ComposerStore } from '../composer-store.ts'
import { chooseBeside, closeBeside, setBeside, useBeside, useIsChoosing } from './beside-store.ts'
import { goAcross } from './go-across.ts'
import { swapBeside } from './swap-beside.ts'

// Wanted now and then; opening a post does not wait for it.
const BesideFinder = lazy(async () => ({ default: (await import('./BesideFinder.tsx')).BesideFinder }))

export interface BesideButtonProps {
  readonly workspaceId: string
  readonly postId: string
  readonly store: ComposerStore
}

/** The way to a second draft at the side, and back. */
export const BesideButton = memo(function BesideButton({ workspaceId, postId, store }: BesideButtonProps): React.JSX.Element {
  const { t } = useTranslation('beside')
  const shown = useBeside(workspaceId, postId)
  const isChoosing = useIsChoosing()
  const label = t(shown === null ? 'open' : 'close')
  const isOff = shown === null

  function handlePress(): void {
    if (!isOff) return closeAndWrite()
    setFocusMode(false)
    chooseBeside(true)
  }

  useCommands({ name: 'composer.beside', title: t('title') }, [
    { id: 'beside.toggle', title: label, keywords: [t('keywords')], shortcut: 'mod+shift+o', worksWhileTyping: true, run: handlePress },
    { id: 'beside.other', title: t('other'), disabled: isOff, run: () => chooseBeside(true) },
    { id: 'beside.swap', title: t('swap'), shortcut: 'mod+shift+e', worksWhileTyping: true, disabled: isOff, run: () => shown !== null && void swapBeside(store, workspaceId, postId, shown) },
    { id: 'beside.goAcross', title: t('goAcross'), shortcut: 'f6', worksWhileTyping: true, disabled: isOff, run: goAcross }
  ])

  return (
    <>
      <IconButton size="small" icon={Columns2} label={label} shortcut="mod+shift+o" pressed={!isOff} onClick={handlePress} />
      {isChoosing && (
        <Suspense fallback={null}>
          <BesideFinder workspaceId={workspaceId} postId={postId} onChoose={(chosen) => setBeside(workspaceId, postId, chosen)} onClose={() => chooseBeside(false)} />
        </Suspense>
      )}
    </>
  )
})

/** The keys go on in the text. */
export function closeAndWrite(): void {
  closeBeside()
  document.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()
}
