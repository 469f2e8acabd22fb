import { GitCompareArrows } from 'lucide-react'
import { lazy, memo, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RichDocument } from '../../../../shared/posts/rich-document.ts'
import { Button } from '../../../components/Button.tsx'
import { Tooltip } from '../../../components/Tooltip.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import type { ComposerStore } from '../composer-store.ts'
import { KeptTogether } from './KeptTogether.tsx'
import type { NetworkChoices } from './network-choices.ts'
import { useGivingUp } from './use-giving-up.ts'
import styles from './OwnText.module.css'

// Comparing texts is wanted now and then; opening a post does not wait for it.
const Difference = lazy(async () => ({ default: (await import('./Difference.tsx')).Difference }))

export interface OwnTextProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  /** The account whose text is in the editor. */
  readonly accountId: string
  readonly handle: string
  readonly base: RichDocument
  /** Null: it follows the base text. */
  readonly own: RichDocument | null
  readonly begunFrom: RichDocument | null
  readonly isBaseChanged: boolean
  /** Null: there is no other account of its network. */
  readonly choices: NetworkChoices | null
  readonly isEditable: boolean
}

/** Below the tabs: whose text an account gets, how its own differs from the common one, and the way from one to the other. */
export function OwnText({ workspaceId, store, accountId, handle, base, own, begunFrom, isBaseChanged, choices, isEditable }: OwnTextProps): React.JSX.Element {
  const { t } = useTranslation('variants')
  const [isOpen, setOpen] = useState(false)
  const toggle = useCallback(() => setOpen((before) => !before), [])
  useCommands({ name: 'composer.difference', title: t('difference') }, [{ id: 'composer.difference', title: t('difference'), shortcut: 'mod+shift+l', worksWhileTyping: true, disabled: own === null, run: toggle }])
  return (
    <>
      <OwnTextLine workspaceId={workspaceId} store={store} accountId={accountId} handle={handle} hasOwn={own !== null} isBaseChanged={isBaseChanged} choices={choices} isEditable={isEditable} isOpen={isOpen} onToggle={toggle} />
      {isOpen && own !== null && (
        <Suspense fallback={null}>
          <Difference base={base} own={own} begunFrom={isBaseChanged ? begunFrom : null} onKeep={isEditable ? () => store.change({ kind: 'note_base', accountId }) : null} />
        </Suspense>
      )}
    </>
  )
}

interface OwnTextLineProps extends Pick<OwnTextProps, 'workspaceId' | 'store' | 'accountId' | 'handle' | 'isBaseChanged' | 'choices' | 'isEditable'> {
  readonly hasOwn: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** No key changes what it says, so that none draws it again. */
const OwnTextLine = memo(function OwnTextLine({ workspaceId, store, accountId, handle, hasOwn, isBaseChanged, choices, isEditable, isOpen, onToggle }: OwnTextLineProps): React.JSX.Element {
  const { t } = useTranslation('variants')
  const giving = useGivingUp()
  const count = choices?.kept.length ?? 1
  const says = count === 1 ? t(hasOwn ? 'own' : 'follows') : t(hasOwn ? 'together.own' : 'together.follows', { count })

  function handleChange(): void {
    if (hasOwn) giving.up({ workspaceId, store, accountId, name: handle, thing: 'text' })
    else giving.begin(store, { kind: 'start_variant', accountId })
  }

  return (
    <div className={styles.line}>
      <span className={styles.words} data-is-changed={isBaseChanged ? '' : undefined} role="status">{isBaseChanged ? t('baseChanged') : says}</span>
      {hasOwn && (
        <Tooltip content={t('differenceLabel')} shortcut="mod+shift+l">
          <Button size="small" variant="quiet" icon={GitCompareArrows} aria-expanded={isOpen} onClick={onToggle}>
            {t('difference')}
          </Button>
        </Tooltip>
      )}
      {isEditable && (
        // Another button: a key that is pressed too early for the text must not undo what was just begun.
        <Button key={hasOwn ? 'follow' : 'own'} size="small" variant="quiet" onClick={handleChange}>
          {t(hasOwn ? 'followBase' : 'writeOwn')}
        </Button>
      )}
      {isEditable && choices !== null && <KeptTogether workspaceId={workspaceId} store={store} accountId={accountId} choices={choices} hasOwnText={hasOwn} giving={giving} />}
    </div>
  )
})
