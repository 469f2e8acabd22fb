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
  /** What the account does with the first comment; `none`: another part is in the editor. */
  readonly comment: 'none' | 'given' | 'left_out'
  readonly isEditable: boolean
}

/** Below the tabs: whose text an account gets, how its own differs from the common one, and the way from one to the other. */
export function OwnText({ workspaceId, store, accountId, handle, base, own, begunFrom, isBaseChanged, choices, comment, isEditable }: OwnTextProps): React.JSX.Element {
  const { t } = useTranslation('variants')
  const [isOpen, setOpen] = useState(false)
  const toggle = useCallback(() => setOpen((before) => !before), [])
  useCommands({ name: 'composer.difference', title: t('difference') }, [{ id: 'composer.difference', title: t('difference'), shortcut: 'mod+shift+l', worksWhileTyping: true, disabled: own === null || comment === 'left_out', run: toggle }])
  return (
    <>
      <OwnTextLine workspaceId={workspaceId} store={store} accountId={accountId} handle={handle} hasOwn={own !== null} isBaseChanged={isBaseChanged} choices={choices} comment={comment} isEditable={isEditable} isOpen={isOpen} onToggle={toggle} />
      {isOpen && own !== null && comment !== 'left_out' && (
        <Suspense fallback={null}>
          <Difference base={base} own={own} begunFrom={isBaseChanged ? begunFrom : null} onKeep={isEditable ? () => store.change({ kind: 'note_base', accountId }) : null} />
        </Suspense>
      )}
    </>
  )
}

interface OwnTextLineProps extends Pick<OwnTextProps, 'workspaceId' | 'store' | 'accountId' | 'handle' | 'isBaseChanged' | 'choices' | 'comment' | 'isEditable'> {
  readonly hasOwn: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** No key changes what it says, so that none draws it again. */
const OwnTextLine = memo(function OwnTextLine({ workspaceId, store, accountId, handle, hasOwn, isBaseChanged, choices, comment, isEditable, isOpen, onToggle }: OwnTextLineProps): React.JSX.Element {
  const { t } = useTranslation('variants')
  const giving = useGivingUp()
  const isOut = comment === 'left_out'
  const warns = isBaseChanged && !isOut

  function handleChange(): void {
    if (hasOwn) giving.up({ workspaceId, store, accountId, name: handle, thing: 'text' })
    else giving.begin(store, { kind: 'start_variant', accountId })
  }

  return (
    <div className={styles.line}>
      <span className={styles.words} data-is-changed={warns ? '' : undefined} role="status">
        {warns ? t('baseChanged') : <Says hasOwn={hasOwn} isOut={isOut} count={choices?.kept.length ?? 1} />}
      </span>
      {hasOwn && !isOut && (
        <Tooltip content={t('differenceLabel')} shortcut="mod+shift+l">
          <Button size="small" variant="quiet" icon={GitCompareArrows} aria-expanded={isOpen} onClick={onToggle}>
            {t('difference')}
          </Button>
        </Tooltip>
      )}
      {isEditable && !isOut && (
        // Another button: a key that is pressed too early for the text must not undo what was just begun.
        <Button key={hasOwn ? 'follow' : 'own'} size="small" variant="quiet" onClick={handleChange}>
          {t(hasOwn ? 'followBase' : 'writeOwn')}
        </Button>
      )}
      {isEditable && <OwnComment comment={comment} onChange={(kind) => giving.begin(store, { kind, accountId })} />}
      {isEditable && choices !== null && <KeptTogether workspaceId={workspaceId} store={store} accountId={accountId} choices={choices} hasOwnText={hasOwn} giving={giving} />}
    </div>
  )
})

/** Whose text the accounts get. */
function Says({ hasOwn, isOut, count }: { readonly hasOwn: boolean; readonly isOut: boolean; readonly count: number }): string {
  const { t } = useTranslation('variants')
  if (isOut) return t('comment.leftOut', { count })
  if (count === 1) return t(hasOwn ? 'own' : 'follows')
  return t(hasOwn ? 'together.own' : 'together.follows', { count })
}

/** Whether the account writes the first comment, while that is in the editor. */
function OwnComment({ comment, onChange }: Pick<OwnTextProps, 'comment'> & { readonly onChange: (kind: 'take_comment' | 'leave_comment') => void }): React.JSX.Element | null {
  const { t } = useTranslation('variants')
  if (comment === 'none') return null
  return (
    <Button key={comment} size="small" variant="quiet" onClick={() => onChange(comment === 'left_out' ? 'take_comment' : 'leave_comment')}>
      {t(comment === 'left_out' ? 'comment.takeIn' : 'comment.leaveOut')}
    </Button>
  )
}
