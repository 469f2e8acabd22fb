import { Smile } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/IconButton.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { Popover } from '../../components/Popover.tsx'
import { useCommands } from '../../shell/command-registry.ts'
import styles from './EmojiPicker.module.css'

// Two languages' names of two thousand emoji: read when they are first wanted.
const EmojiPicker = lazy(async () => ({ default: (await import('./EmojiPicker.tsx')).EmojiPicker }))

export interface EmojiButtonProps {
  /** Puts it where the cursor is. */
  readonly onPick: (character: string) => void
}

/** Opens the emoji, by click or key; one is taken and the panel closes. */
export function EmojiButton({ onPick }: EmojiButtonProps): React.JSX.Element {
  const { t } = useTranslation('emoji')
  const [isOpen, setOpen] = useState(false)
  useCommands({ name: 'emoji', title: t('results') }, [{ id: 'emoji.open', title: t('open'), shortcut: 'mod+.', worksWhileTyping: true, run: () => setOpen(true) }])

  function handlePick(character: string): void {
    setOpen(false)
    onPick(character)
  }

  return (
    <Popover label={t('open')} align="end" side="top" className={styles.panel ?? ''} open={isOpen} onOpenChange={setOpen} trigger={<IconButton size="small" icon={Smile} label={t('open')} shortcut="mod+." />}>
      <Suspense fallback={<LoadingState />}>
        <EmojiPicker onPick={handlePick} />
      </Suspense>
    </Popover>
  )
}
