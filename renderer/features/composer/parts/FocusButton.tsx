import { Focus, X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import { setFocusMode, useFocusMode } from '../../../shell/focus-mode.ts'

/** Nothing but the text, until Escape. */
export function FocusButton(): React.JSX.Element {
  const { t } = useTranslation('composer')
  const isOn = useFocusMode()
  useCommands({ name: 'composer.focus', title: t('focus.enter') }, [{ id: 'composer.focus', title: t(isOn ? 'focus.leave' : 'focus.enter'), shortcut: 'mod+shift+f', worksWhileTyping: true, run: () => setFocusMode(!isOn) }])

  useEffect(() => {
    if (!isOn) return undefined
    // What had the focus may be out of sight now.
    document.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()
    const leave = (event: KeyboardEvent): void => {
      // A menu, a dialog or a list of suggestions is left first. Before the editor, which takes every Escape for its own.
      if (event.key === 'Escape' && document.querySelector('[data-modal], [role="menu"], [role="listbox"]') === null) setFocusMode(false)
    }
    window.addEventListener('keydown', leave, { capture: true })
    return () => window.removeEventListener('keydown', leave, { capture: true })
  }, [isOn])
  // It ends with the post.
  useEffect(() => () => setFocusMode(false), [])

  return isOn ? (
    <Button size="small" variant="quiet" icon={X} shortcut="escape" onClick={() => setFocusMode(false)}>
      {t('focus.leave')}
    </Button>
  ) : (
    <IconButton size="small" icon={Focus} label={t('focus.enter')} shortcut="mod+shift+f" onClick={() => setFocusMode(true)} />
  )
}
