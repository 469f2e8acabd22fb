import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { PublishedPart } from '../../../shared/contract/published.contract.ts'
import type { EditedText } from '../../../shared/published/check-edit.ts'
import type { YesToWords } from '../../../shared/published/yes-to-words.ts'
import type { BegunField } from '../../bridge/use-begun-words.ts'
import { Banner } from '../../components/Banner.tsx'
import { Button } from '../../components/Button.tsx'
import { NotStored } from '../../components/NotStored.tsx'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { holdOf } from '../../shell/hold-actions.ts'
import { useStudio, useWorkspace } from '../../shell/studio-store.ts'
import { textBegun, withoutTextsFor, withoutTextsSent, withTextBegun } from './begun-edits.ts'
import { changesOf, groupByWords, problemThere, type EditGroup, type PartThere } from './edit-groups.ts'
import { EditGroupFields } from './EditGroupFields.tsx'
import { NotFromHere } from './NotFromHere.tsx'
import { RepeatQuestion } from './RepeatQuestion.tsx'
import { useSendingEdits } from './use-sending-edits.ts'
import { useStandings, type PartToRead } from './use-standings.ts'
import { YesFields } from './YesFields.tsx'
import styles from './EditDialog.module.css'

export interface EditTextsProps {
  readonly workspaceId: string
  /** One of each account; that from which the dialog was opened is the first. */
  readonly parts: readonly PublishedPart[]
  readonly accounts: readonly Account[]
  /** What was written before and neither sent nor given up, stored as it is typed. */
  readonly begun: BegunField<'edit'>
  readonly onShowOutbox: ((jobId: string) => void) | undefined
  readonly onClose: () => void
  readonly onChanged: () => void
}

const noYes: YesToWords = { by: '', channel: 'mail', note: '' }

/** The words that stand on the accounts, each once, to be changed on all that have them; what cannot be changed from here is named. */
export function EditTexts({ workspaceId, parts, accounts, begun, onShowOutbox, onClose, onChanged }: EditTextsProps): React.JSX.Element {
  const { t } = useTranslation(['published', 'components'])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [yes, setYes] = useState(noYes)
  const workspace = useWorkspace(workspaceId)
  const needsYes = workspace?.safety.approval === 'needed'
  const isOnHold = holdOf(useStudio((state) => state.holds), workspaceId) !== null
  const toRead = parts.flatMap((part) => asToRead(part, accounts))
  const standings = useStandings(workspaceId, toRead)
  const groups = groupByWords(toRead.flatMap(({ jobId }) => partOf(standings.of(jobId), parts))).map((group) => ({ ...group, edited: textBegun(begun.words, idsOf(group)) ?? group.begin }))
  const { toSend, isStopped } = changesOf(groups, ({ jobId }) => !left.has(jobId))
  const sending = useSendingEdits(workspaceId, needsYes ? yes : null, (taken, isAll) => {
    begun.write(isAll ? withoutTextsFor(begun.words, taken) : withoutTextsSent(begun.words, taken))
    // Words of which nothing was sent, because none of their accounts was chosen, are there again the next time.
    if (isAll) onClose()
  })
  const isAlone = parts.length === 1
  const others = parts.filter(({ jobId }) => !groups.some((group) => idsOf(group).includes(jobId)))
  const isFirstElsewhere = others[0] !== undefined && others[0] === parts[0]
  const notFromHere = others.length > 0 && <NotFromHere workspaceId={workspaceId} parts={others} accounts={accounts} isAlone={isAlone} standings={standings} onShowOutbox={onShowOutbox} onChanged={onChanged} />

  function write(group: EditGroup, next: EditedText): void {
    // As in the field, to the letter: a space behind the title is the way to its next word.
    const isSame = next.title === group.begin.title && group.parts.every((part) => problemThere(part, next) === 'same_words')
    begun.write(withTextBegun(begun.words, idsOf(group), isSame ? null : next))
  }

  /** What is on screen is given up, not what was begun for accounts that cannot be changed right now; whoever leaves in another way finds all of it again. */
  function giveUp(): void {
    begun.write(withoutTextsFor(begun.words, groups.flatMap(idsOf)))
    onClose()
  }

  function choose(jobId: string, isChosen: boolean): void {
    const next = new Set(left)
    if (isChosen) next.delete(jobId)
    else next.add(jobId)
    setLeft(next)
  }

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    sending.send(toSend, false)
  }

  return (
    <form className={styles.body} onSubmit={handleSubmit}>
      {isFirstElsewhere && notFromHere}
      {groups.map((group) => (
        <EditGroupFields key={group.key} group={group} edited={group.edited} isAlone={isAlone} isOneOfSeveral={groups.length > 1} isHeld={sending.isBusy} left={left} timeZone={workspace?.timeZone ?? 'UTC'} refused={sending.refused} onChoose={choose} onChange={(next) => write(group, next)} />
      ))}
      {begun.failure !== null && <NotStored />}
      {groups.length > 0 && needsYes && <YesFields yes={yes} onChange={setYes} />}
      {groups.length > 0 && isOnHold && <Banner kind="warning" title={t('edit.onHold')} />}
      {!isFirstElsewhere && notFromHere}
      {groups.length > 0 && (
        <p className={styles.buttons}>
          <Button onClick={giveUp}>{t('components:cancel')}</Button>
          <Button variant="primary" type="submit" busy={sending.isBusy} disabled={toSend.length === 0 || isStopped || (needsYes && yes.by.trim() === '')}>
            <SendLabel parts={toSend.length > 0 ? toSend.map(({ part }) => part) : groups.flatMap((group) => group.parts.filter(({ jobId }) => !left.has(jobId)))} />
          </Button>
        </p>
      )}
      {sending.asked !== null && <RepeatQuestion account={sending.asked.edit.part.account} timeZone={workspace?.timeZone ?? 'UTC'} error={sending.asked.error} onMeant={() => sending.asked !== null && sending.send([sending.asked.edit], true)} onLeave={sending.leaveAsked} />}
    </form>
  )
}

/** Where the words would go. */
function SendLabel({ parts }: { readonly parts: readonly PartThere[] }): React.JSX.Element {
  const { t } = useTranslation('published')
  const names = useNetworkNames()
  const [only] = parts
  return <>{parts.length === 1 && only !== undefined ? t('edit.save', { network: names.inSentence(only.account.networkId) }) : t('edit.saveOn', { count: parts.length })}</>
}

/** What can be changed, and is not being changed already. */
function asToRead({ jobId, accountId, part, edit, underWay }: PublishedPart, accounts: readonly Account[]): readonly PartToRead[] {
  const account = accounts.find(({ id }) => id === accountId)
  return account === undefined || edit !== 'yes' || underWay !== null ? [] : [{ jobId, account, part }]
}

function partOf(standing: ReturnType<ReturnType<typeof useStandings>['of']>, parts: readonly PublishedPart[]): readonly PartThere[] {
  if (standing.kind !== 'there') return []
  const editUntil = parts.find(({ jobId }) => jobId === standing.part.jobId)?.editUntil
  return [{ ...standing.part, ...(editUntil === undefined ? {} : { editUntil }) }]
}

function idsOf({ parts }: EditGroup): readonly string[] {
  return parts.map(({ jobId }) => jobId)
}
