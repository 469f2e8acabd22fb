import { ListOrdered, Merge, Scissors } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../../bridge/system-random.ts'
import type { MenuEntry } from '../../../components/Menu.tsx'
import { showToast } from '../../../components/toaster.ts'
import { useCommands } from '../../../shell/command-registry.ts'
import { mostFiles, type PostContent } from '../../../../shared/posts/post.ts'
import type { ComposerStore } from '../composer-store.ts'
import { splitPart } from './split-part.ts'

interface Cutting {
  readonly store: ComposerStore
  /** The part in the editor. */
  readonly part: number
  /** Of the thread without its comment. */
  readonly length: number
  /** There is something to cut, and it may be. */
  readonly isHere: boolean
}

/** One way back at a time: the one before leads nowhere. */
let closeLast = (): void => undefined

/** What can be done about a text that is too long for one part, and about a thread that is to be one text again: in a menu, and by name in the palette. */
export function useCutting({ store, part, length, isHere }: Cutting): readonly MenuEntry[] {
  const { t } = useTranslation('thread')

  function contentNow(): PostContent | null {
    const now = store.state.getState()
    return now.kind === 'ready' ? now.post.content : null
  }

  /** With the way back, as long as nothing else is written. */
  function say(title: string, way: 'asBefore.split' | 'asBefore.join', before: PostContent): void {
    const after = contentNow()
    if (after === null || after === before) return
    const goBack = (): void => {
      store.changeThread({ kind: 'go_back', from: after, to: before })
      if (contentNow() !== before) showToast({ title: t('writtenSince'), detail: t('writtenSinceText') })
    }
    closeLast()
    closeLast = showToast({ title, action: { label: t(way), onAction: goBack } })
  }

  function split(isNumbered: boolean): void {
    const now = store.state.getState()
    if (now.kind !== 'ready') return
    const { content } = now.post
    const change = splitPart({ content, place: part, accounts: now.accounts, isNumbered, newId })
    if (typeof change === 'string') return void showToast({ title: t(`notSplit.${change}`), detail: t(`notSplitText.${change}`) })
    store.changeThread(change)
    say(t('split', { count: change.kind === 'split_part' ? change.documents.length : 1 }), 'asBefore.split', content)
  }

  function join(): void {
    const before = contentNow()
    if (before === null) return
    store.changeThread({ kind: 'join_parts' })
    if (contentNow() === before) return void showToast({ title: t('notJoined'), detail: t('notJoinedText', { count: mostFiles }) })
    store.showPart(0)
    say(t('joined'), 'asBefore.join', before)
  }

  const acts = [
    { id: 'split', title: t('splitBySentence'), icon: Scissors, disabled: !isHere, run: () => split(false) },
    { id: 'number', title: t('splitAndNumber'), icon: ListOrdered, disabled: !isHere, run: () => split(true) },
    { id: 'join', title: t('join'), icon: Merge, disabled: !isHere || length === 1, run: join }
  ]
  useCommands({ name: 'composer.cutting', title: t('title') }, acts.map(({ id, title, disabled, run }) => ({ id: `composer.${id}Thread`, title, disabled, run })))
  if (!isHere) return []
  return acts.map(({ id, title, icon, disabled, run }) => ({ id, label: title, icon, disabled, onSelect: run }))
}
