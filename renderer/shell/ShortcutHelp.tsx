import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../components/Dialog.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { useCommandScopes } from './command-registry.ts'
import { closeOverlay, useOverlay } from './overlay-store.ts'
import { isSingleKey } from './shortcut.ts'
import { useStudio } from './studio-store.ts'
import styles from './ShortcutHelp.module.css'

/** All keys that do something now, the screen's own first. */
export function ShortcutHelp() {
  const { t } = useTranslation('shell')
  const isOpen = useOverlay() === 'shortcuts'
  const list = useRef<HTMLDivElement>(null)
  const allowsSingleKeys = useStudio((state) => state.settings.singleKeyShortcuts)
  const scopes = useCommandScopes()
    .toReversed()
    .map((scope) => ({ ...scope, commands: scope.commands.filter(({ shortcut }) => shortcut !== undefined && (allowsSingleKeys || !isSingleKey(shortcut))) }))
    .filter(({ commands }) => commands.length > 0)

  function handleOpenChange(open: boolean) {
    if (!open) closeOverlay()
  }

  return (
    <Dialog open={isOpen} onOpenChange={handleOpenChange} title={t('shortcuts.title')} description={t('shortcuts.text')} size="large" initialFocus={list}>
      <div className={styles.scopes} ref={list} tabIndex={-1}>
        {scopes.map((scope) => (
          <section key={scope.name} className={styles.scope}>
            <h3 className={styles.title}>{scope.title}</h3>
            <dl className={styles.keys}>
              {scope.commands.map((command) =>
                command.shortcut === undefined ? null : (
                  <div key={command.id} className={styles.line}>
                    <dt>{command.title}</dt>
                    <dd>
                      <Kbd shortcut={command.shortcut} />
                    </dd>
                  </div>
                )
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
