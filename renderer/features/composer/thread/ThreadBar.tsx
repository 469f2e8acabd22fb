import { ArrowDown, ArrowUp, ListPlus, MessageSquarePlus, Scissors, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { maxParts } from '../../../../shared/posts/post.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import { newId } from '../../../bridge/system-random.ts'
import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { Menu } from '../../../components/Menu.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import type { ComposerStore } from '../composer-store.ts'
import { rememberUndoHere } from '../undo-here.ts'
import { mayMove, partAsContent, partToPutBack } from './thread-changes.ts'
import styles from './ThreadBar.module.css'
import { useCutting } from './use-cutting.ts'

export interface ThreadBarProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  /** The part in the editor. */
  readonly part: number
  /** Of all parts, the comment too. */
  readonly count: number
  readonly hasComment: boolean
  readonly canEdit: boolean
  /** One of the chosen networks makes a thread of several parts. */
  readonly hasThreads: boolean
}

/** The parts of a thread in order, the one in the editor pressed; in a post of one part, the way to a second. */
export const ThreadBar = memo(function ThreadBar({ workspaceId, store, part, count, hasComment, canEdit, hasThreads }: ThreadBarProps): React.JSX.Element | null {
  const { t } = useTranslation('thread')
  const canAdd = canEdit && count < maxParts
  const length = count - (hasComment ? 1 : 0)
  const isComment = (place: number): boolean => hasComment && place === count - 1
  useCommands({ name: 'composer.thread', title: t('title') }, [{ id: 'composer.addPart', title: t('add'), shortcut: 'mod+shift+t', worksWhileTyping: true, disabled: !canAdd, run: handleAdd }])

  function handleAdd(): void {
    store.changeThread({ kind: 'add_part', id: newId(), after: part })
    store.showPart(Math.min(part + 1, length))
  }

  function handleAddComment(): void {
    store.changeThread({ kind: 'add_comment', id: newId() })
    store.showPart(count)
  }

  function handleMove(by: -1 | 1): void {
    store.changeThread({ kind: 'move_part', place: part, by })
    store.showPart(part + by)
  }

  function handleRemove(): void {
    const now = store.state.getState()
    if (now.kind !== 'ready') return
    const before = now.post.content
    const { document, media } = partAsContent(before, part)
    const kept = partToPutBack(before, part)
    store.changeThread({ kind: 'remove_part', place: part })
    if (documentToText(document) === '' && media.length === 0) return
    const back = t(isComment(part) ? 'commentBack' : 'back', { number: part + 1 })
    rememberUndoHere(store, {
      workspaceId,
      label: t(isComment(part) ? 'commentRemoved' : 'removed', { number: part + 1 }),
      will: back,
      undone: back,
      async undo() {
        store.changeThread({ kind: 'put_back', place: part, part: kept })
        store.showPart(part)
        return null
      }
    })
  }

  const cutting = useCutting({ store, part, length, isHere: canEdit && hasThreads && !isComment(part) })
  if (count === 1 && !canEdit) return null
  return (
    <div className={styles.bar} data-jump="thread" role="group" aria-label={t('title')}>
      {count > 1 &&
        Array.from({ length: count }, (_, place) => (
          <button key={place} type="button" className={styles.part} aria-pressed={place === part} aria-label={isComment(place) ? t('comment') : length === 1 ? t('post') : t('part', { number: place + 1, count: length })} onClick={() => store.showPart(place)}>
            {isComment(place) ? t('comment') : length === 1 ? t('post') : place + 1}
          </button>
        ))}
      {canAdd && (
        <Button size="small" variant="quiet" icon={ListPlus} onClick={handleAdd}>
          {length === 1 ? t('start') : t('add')}
        </Button>
      )}
      {canAdd && !hasComment && (
        <Button size="small" variant="quiet" icon={MessageSquarePlus} onClick={handleAddComment}>
          {t('addComment')}
        </Button>
      )}
      {cutting.length > 0 && (
        <Menu
          trigger={
            <Button size="small" variant="quiet" icon={Scissors}>
              {t('cut')}
            </Button>
          }
          entries={cutting}
        />
      )}
      {canEdit && count > 1 && (
        <span className={styles.tools}>
          <IconButton size="small" icon={ArrowUp} label={t('earlier', { number: part + 1 })} disabled={!mayMove(length, part, -1)} onClick={() => handleMove(-1)} />
          <IconButton size="small" icon={ArrowDown} label={t('later', { number: part + 1 })} disabled={!mayMove(length, part, 1)} onClick={() => handleMove(1)} />
          <IconButton size="small" icon={Trash2} label={isComment(part) ? t('removeComment') : t('remove', { number: part + 1 })} onClick={handleRemove} />
        </span>
      )}
    </div>
  )
})
