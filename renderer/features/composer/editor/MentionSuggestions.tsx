import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { networkIds } from '../../../../shared/networks/network-id.ts'
import type { Person } from '../../../../shared/people/person.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { newId } from '../../../bridge/system-random.ts'
import listStyles from '../../../components/listbox.module.css'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { usePeople, type Candidate, type PeopleAsked } from '../../people/use-people.ts'
import styles from './MentionSuggestions.module.css'
import { dismissMention, replaceMention, typedMention, type TypedMention } from './mention-extension.ts'
import type { SuggestionKeys } from './suggestion-keys.ts'
import { SuggestionList } from './SuggestionList.tsx'

export interface MentionSuggestionsProps extends PeopleAsked {
  readonly editor: Editor
  readonly keys: SuggestionKeys
}

/** Who may be meant by a name being typed behind an `@`, beside the cursor. The text keeps the focus. */
export const MentionSuggestions = memo(function MentionSuggestions(props: MentionSuggestionsProps): React.JSX.Element | null {
  const typed = useEditorState({ editor: props.editor, selector: ({ editor: { isFocused, isEditable, state } }) => (isFocused && isEditable ? typedMention(state) : null) })
  return typed === null ? null : <Suggested {...props} typed={typed} />
})

interface SuggestedProps extends MentionSuggestionsProps {
  readonly typed: TypedMention
}

function Suggested(props: SuggestedProps): React.JSX.Element | null {
  const people = usePeople(props, props.typed.name)
  return people.length === 0 ? null : <List {...props} people={people} />
}

function List({ workspaceId, editor, keys, typed, people }: SuggestedProps & { readonly people: readonly Candidate[] }): React.JSX.Element {
  const { t } = useTranslation('people')

  function take(place: number): void {
    const candidate = people[place]
    if (candidate === undefined) return
    const person = personOf(candidate)
    replaceMention(editor.view, typed, person)
    // Kept for the client, the one used last in front. That it could not be written down is no reason to say anything: the text has it all.
    void studio.request('people.save', { workspaceId, person })
  }

  return (
    <SuggestionList
      editor={editor}
      keys={keys}
      from={typed.from}
      count={people.length}
      label={t('suggested')}
      status={t('suggestions', { count: people.length })}
      className={styles.list}
      onTake={take}
      onDismiss={() => dismissMention(editor.view)}
    >
      {({ id, chosen, onHover }) =>
        people.map((candidate, index) => <Option key={nameOf(candidate)} id={`${id}-${String(index)}`} candidate={candidate} isChosen={index === chosen} onHover={() => onHover(index)} onTake={() => take(index)} />)
      }
    </SuggestionList>
  )
}

interface OptionProps {
  readonly id: string
  readonly candidate: Candidate
  readonly isChosen: boolean
  readonly onHover: () => void
  readonly onTake: () => void
}

function Option({ id, candidate, isChosen, onHover, onTake }: OptionProps): React.JSX.Element {
  const { name, handles } = candidate.kind === 'kept' ? candidate.person : { name: candidate.name, handles: { [candidate.networkId]: candidate.handle } }
  const networks = networkIds.filter((networkId) => handles[networkId] !== undefined)

  function handlePress(event: React.MouseEvent): void {
    // The text keeps the focus.
    event.preventDefault()
    if (event.button === 0) onTake()
  }

  return (
    <div id={id} role="option" tabIndex={-1} aria-selected={isChosen} className={listStyles.item} {...(isChosen ? { 'data-highlighted': '' } : {})} onMouseMove={onHover} onMouseDown={handlePress}>
      <span className={styles.networks} aria-hidden="true">
        {networks.map((networkId) => (
          <NetworkIcon key={networkId} networkId={networkId} size={14} />
        ))}
      </span>
      <span className={styles.name}>{name}</span>
      <span className={styles.handle}>{networks.map((networkId) => `@${handles[networkId] ?? ''}`).join(' · ')}</span>
    </div>
  )
}

function personOf(candidate: Candidate): Person {
  return candidate.kind === 'kept' ? candidate.person : { id: newId(), name: candidate.name.slice(0, 120), handles: { [candidate.networkId]: candidate.handle } }
}

function nameOf(candidate: Candidate): string {
  return candidate.kind === 'kept' ? candidate.person.id : `${candidate.networkId} ${candidate.handle}`
}
