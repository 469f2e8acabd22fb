import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { joinClassNames } from '../../../components/join-class-names.ts'
import listStyles from '../../../components/listbox.module.css'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import type { SuggestionKeys } from '../../composer/editor/suggestion-keys.ts'
import { candidateKey, PersonOption, personOf } from '../../people/PersonOption.tsx'
import { usePeople, type Candidate } from '../../people/use-people.ts'
import type { TextField } from '../replace-in-field.ts'
import { useListKeys } from '../../composer/editor/use-list-keys.ts'
import { useListOfField } from '../use-list-of-field.ts'
import styles from './ReplyField.module.css'

export interface SuggestedPeopleProps {
  readonly workspaceId: string
  readonly account: Account
  readonly name: string
  readonly field: TextField
  readonly keys: SuggestionKeys
  readonly onClose: () => void
  readonly onTake: (words: string) => void
}

/** Who may be meant by a name being typed in an answer: those who have a name on its network. */
export function SuggestedPeople({ workspaceId, account, name, field, keys, onClose, onTake }: SuggestedPeopleProps): React.JSX.Element | null {
  const { t } = useTranslation('people')
  const id = useId()
  const people = usePeople({ workspaceId, accounts: [account] }, name).filter((candidate) => handleOf(candidate, account) !== undefined)

  function take(candidate: Candidate): void {
    // Kept for the client, as in the composer. That it could not be written down is no reason to say anything.
    void studio.request('people.save', { workspaceId, person: personOf(candidate) })
    onTake(`@${handleOf(candidate, account) ?? ''} `)
  }

  const [chosen, setPlace] = useListKeys(keys, { count: people.length, onTake: (place) => people[place] !== undefined && take(people[place]), onClose })
  useListOfField(field, people.length === 0 ? null : id, chosen)

  if (people.length === 0) return null
  return (
    <>
      <div id={id} role="listbox" aria-label={t('suggested')} data-inline className={joinClassNames(listStyles.popup, styles.list)}>
        {people.map((candidate, index) => (
          <PersonOption key={candidateKey(candidate)} id={`${id}-${String(index)}`} candidate={candidate} isChosen={index === chosen} onHover={() => setPlace(index)} onTake={() => take(candidate)} />
        ))}
      </div>
      <VisuallyHidden role="status">{t('suggestions', { count: people.length })}</VisuallyHidden>
    </>
  )
}

/** What they are called on that network. */
function handleOf(candidate: Candidate, { networkId }: Account): string | undefined {
  if (candidate.kind === 'kept') return candidate.person.handles[networkId]
  return candidate.networkId === networkId ? candidate.handle : undefined
}
