import { memo, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../components/Dialog.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { useCommandScopes } from './command-registry.ts'
import { listShortcuts } from './list-shortcuts.ts'
import { closeOverlay, useOverlay } from './overlay-store.ts'
import { useStudio } from './studio-store.ts'
import styles from './ShortcutHelp.module.css'

/** All keys that do something now, the screen's own first. */
export const ShortcutHelp = memo(function ShortcutHelp() {
  const { t } = useTranslation('shell')
  const isOpen = useOverlay() === 'shortcuts'
  const list = useRef<HTMLDivElement>(null)

  function handleOpenChange(open: boolean) {
    if (!open) closeOverlay()
  }

  return (
    <Dialog open={isOpen} onOpenChange={handleOpenChange} title={t('shortcuts.title')} description={t('shortcuts.text')} size="large" initialFocus={list}>
      <Sections listRef={list} />
    </Dialog>
  )
})

/** Listed only while the dialog is open: screens offer their commands one after the other. */
function Sections({ listRef }: { readonly listRef: RefObject<HTMLDivElement | null> }) {
  const allowsSingleKeys = useStudio((state) => state.settings.singleKeyShortcuts)
  const sections = listShortcuts(useCommandScopes(), allowsSingleKeys)
  return (
    <div className={styles.scopes} ref={listRef} tabIndex={-1}>
      {sections.map((section) => (
        <section key={section.title} className={styles.scope}>
          <h3 className={styles.title}>{section.title}</h3>
          <dl className={styles.keys}>
            {section.lines.map(({ title, shortcuts }) => (
              <div key={title} className={styles.line}>
                <dt>{title}</dt>
                {shortcuts.map((shortcut) => (
                  <dd key={shortcut}>
                    <Kbd shortcut={shortcut} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
