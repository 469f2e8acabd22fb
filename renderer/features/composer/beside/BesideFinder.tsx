import { Autocomplete } from '@base-ui/react/autocomplete'
import { Lightbulb, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { soughtInSearch } from '../../../../shared/inbox/parse-search-text.ts'
import { currentInstant } from '../../../bridge/system-clock.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import finderStyles from '../../../components/Finder.module.css'
import { FinderDialog, FinderField, FinderKeys } from '../../../components/FinderDialog.tsx'
import { iconProps } from '../../../components/icon.ts'
import listStyles from '../../../components/listbox.module.css'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { MarkedText } from '../../../components/MarkedText.tsx'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { FoundPost } from '../../search/FoundPost.tsx'
import { choicesOf, foundChoices, type BesideChoice, type ChoiceGroup } from './beside-choices.ts'
import type { Beside } from './beside-store.ts'
import styles from './Beside.module.css'

export interface BesideFinderProps {
  readonly workspaceId: string
  /** The post in hand, which is not offered. */
  readonly postId: string
  readonly onChoose: (chosen: Beside) => void
  readonly onClose: () => void
}

const dayMs = 86_400_000
/** What is over and what is to come, as far as the list goes before something is typed; words find all of it. */
const [daysBack, daysAhead] = [60, 90]
const mostHits = 50

/** Which draft, scheduled or published post or idea of the client's is to stand at the side. */
export function BesideFinder(props: BesideFinderProps): React.JSX.Element {
  const { t } = useTranslation('beside')
  const goBack = useWayBack()

  function handleClose(): void {
    props.onClose()
    goBack()
  }

  return (
    <FinderDialog isOpen isWide title={t('choose')} onClose={handleClose}>
      <Finder {...props} onClose={handleClose} />
    </FinderDialog>
  )
}

/** Back to where the keys went before; the dialog is gone before it could do so. */
function useWayBack(): () => void {
  const [before] = useState(() => document.activeElement)
  return () => void setTimeout(() => (before instanceof HTMLElement && before.isConnected && before !== document.body ? before : document.querySelector<HTMLElement>('[contenteditable="true"]'))?.focus())
}

function Finder({ workspaceId, postId, onChoose, onClose }: BesideFinderProps): React.JSX.Element | null {
  const { t } = useTranslation('beside')
  const [text, setText] = useState('')
  const workspace = useWorkspace(workspaceId)
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  const accounts = accountsLoaded.kind === 'ready' ? accountsLoaded.value.accounts : []
  const choices = useChoices(workspaceId, postId, text)
  if (workspace === undefined) return null

  function handleChoose({ shown }: BesideChoice): void {
    onClose()
    onChoose(shown)
  }

  return (
    <Autocomplete.Root open inline items={choices.groups} filter={null} value={text} onValueChange={setText} itemToStringValue={() => text} autoHighlight="always" keepHighlight>
      <FinderField label={t('choose')} placeholder={t('placeholder')} closeLabel={t('closeList')} maxLength={200} />
      {choices.error !== null && <ErrorState size="small" error={choices.error} />}
      {choices.error === null && choices.isLoading && <LoadingState rows={3} />}
      {choices.error === null && !choices.isLoading && choices.groups.length === 0 && (
        <div role="status">
          <EmptyState size="small" icon={SearchX} title={t('nothing')} text={t('nothingText')} />
        </div>
      )}
      <Autocomplete.List className={finderStyles.list} aria-label={t('choose')}>
        {(group: ChoiceGroup) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className={listStyles.groupLabel}>{t(`kinds.${group.value}`)}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(choice: BesideChoice) => (
                <Autocomplete.Item key={choice.shown.id} value={choice} className={styles.choice} onClick={() => handleChoose(choice)}>
                  {choice.post === null ? <IdeaLine words={choice.words} text={text} /> : <FoundPost workspace={workspace} accounts={accounts} post={choice.post} passage={choice.words} sought={soughtInSearch(text, 'numbers')} />}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <FinderKeys move={t('move')} choose={t('put')} />
    </Autocomplete.Root>
  )
}

function IdeaLine({ words, text }: { readonly words: string; readonly text: string }): React.JSX.Element {
  return (
    <>
      <Lightbulb {...iconProps} />
      <span className={styles.ideaWords}>
        <MarkedText text={words} sought={soughtInSearch(text)} />
      </span>
    </>
  )
}

function useChoices(workspaceId: string, postId: string, text: string): { readonly groups: readonly ChoiceGroup[]; readonly isLoading: boolean; readonly error: StudioError | null } {
  const isEmpty = text.trim() === ''
  const [around] = useState(() => ({ from: currentInstant() - daysBack * dayMs, until: currentInstant() + daysAhead * dayMs }))
  const [listed] = useRequest('posts.list', { workspaceId, ...around, drafts: true }, ['posts.changed'])
  const [ideas] = useRequest('ideas.list', { workspaceId }, ['ideas.changed'])
  const [found, , isOlder] = useRequest('posts.search', isEmpty ? null : { workspaceId, text, limit: mostHits }, ['posts.changed'])
  const posts = isEmpty ? listed : found
  const isLoading = posts.kind === 'loading' || ideas.kind === 'loading' || (!isEmpty && isOlder)
  const groups = useMemo(() => {
    // What answers the words before these is not offered.
    if (isLoading || ideas.kind !== 'ready') return []
    if (isEmpty) return listed.kind === 'ready' ? choicesOf(listed.value.posts, ideas.value.ideas, postId) : []
    return found.kind === 'ready' ? foundChoices(found.value.hits, ideas.value.ideas, postId, text) : []
  }, [isLoading, isEmpty, listed, found, ideas, postId, text])
  const failed = [posts, ideas].find(({ kind }) => kind === 'failed')
  return { groups, isLoading, error: failed?.kind === 'failed' ? failed.error : null }
}
