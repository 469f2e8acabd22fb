import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { EditedText } from '../../../shared/published/check-edit.ts'
import { AccountName } from '../../components/AccountName.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { Counter } from '../composer/previews/Counter.tsx'
import { problemThere, type PartThere } from './edit-groups.ts'
import { EditTerms } from './EditTerms.tsx'
import styles from './EditDialog.module.css'

export interface EditAccountProps {
  readonly part: PartThere
  readonly edited: EditedText
  /** There is no other to choose from. */
  readonly isAlone: boolean
  readonly isChosen: boolean
  readonly timeZone: string
  /** Why the engine did not take the words; null: it did, or was not asked. */
  readonly refused: StudioError | null
  readonly onChoose: (isChosen: boolean) => void
}

/** One account that gets the new words or keeps those that it has, with what its network takes. */
export function EditAccount({ part, edited, isAlone, isChosen, timeZone, refused, onChoose }: EditAccountProps): React.JSX.Element {
  const { t } = useTranslation('published')
  const names = useNetworkNames()
  const { account, sent } = part
  const problem = problemThere(part, edited)
  const said = problem === null || problem === 'same_words' ? null : <p className={styles.problem} role="status">{t(`edit.problem.${problem}`, { network: names.inSentence(account.networkId) })}</p>
  const name = (
    <span className={styles.name}>
      <NetworkIcon networkId={account.networkId} />
      <AccountName displayName={account.displayName} handle={account.handle} />
    </span>
  )
  return (
    <li className={styles.account}>
      {!isAlone && (
        <div className={styles.choice}>
          <Checkbox label={name} checked={isChosen} onChange={onChoose} />
          <Counter account={account} document={edited.document} hasMedia={sent.media.length > 0} framing={sent.framing} />
        </div>
      )}
      {isChosen && said}
      {isChosen && <EditTerms part={part} edited={edited} timeZone={timeZone} />}
      {refused !== null && <ErrorState size="inline" error={refused} />}
    </li>
  )
}
