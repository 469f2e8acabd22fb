import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { studio } from '../../../bridge/studio-client.ts'
import { candidateKey, PersonOption, personOf } from '../../people/PersonOption.tsx'
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
        people.map((candidate, index) => <PersonOption key={candidateKey(candidate)} id={`${id}-${String(index)}`} candidate={candidate} isChosen={index === chosen} onHover={() => onHover(index)} onTake={() => take(index)} />)
      }
    </SuggestionList>
  )
}
