import { ListChecks, Plus, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { freshPoll, mostChoices, pollLengths, type Poll } from '../../../../shared/posts/poll.ts'
import { Button } from '../../../components/Button.tsx'
import { Checkbox } from '../../../components/Checkbox.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { Select } from '../../../components/Select.tsx'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import { SpelledTextField } from '../../spelling/Spelled.tsx'
import type { ContentChange } from '../composer-changes.ts'
import { isEditable, type ReadyState } from '../composer-state.ts'
import { pollRulesOf } from '../poll-rules-of.ts'
import styles from './PollEditor.module.css'

export interface PollEditorProps {
  readonly workspaceId: string
  readonly state: ReadyState
  readonly onChange: (change: ContentChange) => void
}

/** The poll below the first part of a post: offered where one of its networks has any, and always there once it was begun. */
export function PollEditor({ workspaceId, state, onChange }: PollEditorProps): React.JSX.Element | null {
  const { t } = useTranslation('polls')
  const { post, part } = state
  const { content } = post
  const rules = pollRulesOf(state)
  const [isJustBegun, setJustBegun] = useState(false)
  if (part > 0) return null
  if (content.poll !== undefined) return <Choices workspaceId={workspaceId} poll={content.poll} state={state} isJustBegun={isJustBegun} onChange={onChange} />
  if (rules.length === 0 || !isEditable(post)) return null
  const begin = (): void => {
    setJustBegun(true)
    onChange({ kind: 'set_poll', poll: freshPoll })
  }
  return (
    <div className={styles.begin}>
      <Button size="small" variant="quiet" icon={ListChecks} onClick={begin}>
        {t('add')}
      </Button>
    </div>
  )
}

interface ChoicesProps extends PollEditorProps {
  readonly poll: Poll
  /** By the person, just now: what they write next is its first choice. */
  readonly isJustBegun: boolean
}

function Choices({ workspaceId, poll, state, isJustBegun, onChange }: ChoicesProps): React.JSX.Element {
  const { t } = useTranslation('polls')
  const formats = useFormats()
  const canEdit = isEditable(state.post)
  const rules = pollRulesOf(state)
  // What one of the networks takes may be written; which one it is too much for, the checks say.
  const most = Math.min(mostChoices, Math.max(2, ...rules.map(({ choices }) => choices.value.max)))
  const set = (change: Partial<Poll>): void => onChange({ kind: 'set_poll', poll: { ...poll, ...change } })
  const lengths = [...new Set([...pollLengths, poll.minutes])].toSorted((a, b) => a - b)

  function remove(): void {
    onChange({ kind: 'set_poll', poll: null })
    if (poll.choices.some((choice) => choice.trim() !== '')) showToast({ title: t('removed'), action: { label: t('restore'), onAction: () => onChange({ kind: 'set_poll', poll }) } })
  }

  function setMultiple(isMultiple: boolean): void {
    const { isMultiple: _before, ...rest } = poll
    onChange({ kind: 'set_poll', poll: isMultiple ? { ...rest, isMultiple: true } : rest })
  }

  return (
    <section className={styles.poll} data-jump="poll" aria-label={t('title')} ref={isJustBegun ? focusFirst : undefined}>
      <header>
        <strong>{t('title')}</strong>
        {canEdit && <IconButton size="small" icon={Trash2} label={t('remove')} onClick={remove} />}
      </header>
      <Remarks state={state} />
      <ol>
        {poll.choices.map((choice, place) => (
          // Choices have no name of their own but their place.
          <li key={place}>
            <SpelledTextField workspaceId={workspaceId} scope={state.post.postId} label={t('choice', { position: place + 1 })} isLabelHidden placeholder={t('choice', { position: place + 1 })} value={choice} maxLength={300} readOnly={!canEdit} onChange={(text) => set({ choices: poll.choices.with(place, text) })} />
            {canEdit && poll.choices.length > 2 && <IconButton size="small" icon={X} label={t('removeChoice', { position: place + 1 })} onClick={() => set({ choices: poll.choices.toSpliced(place, 1) })} />}
          </li>
        ))}
      </ol>
      <div className={styles.rules}>
        {canEdit && poll.choices.length < most && (
          <Button size="small" variant="quiet" icon={Plus} onClick={() => set({ choices: [...poll.choices, ''] })}>
            {t('addChoice')}
          </Button>
        )}
        <Select label={t('length')} disabled={!canEdit} value={String(poll.minutes)} options={lengths.map((minutes) => ({ value: String(minutes), label: formats.duration(minutes * 60_000) }))} onChange={(minutes) => set({ minutes: Number(minutes) })} />
        {(poll.isMultiple === true || rules.some(({ multiple }) => multiple.value)) && <Checkbox label={t('multiple')} checked={poll.isMultiple === true} disabled={!canEdit} onChange={setMultiple} />}
      </div>
    </section>
  )
}

/** Where the question stands, and which of the networks ask it. */
/** The keyboard goes on in it, wherever on the screen it has its place. */
function focusFirst(section: HTMLElement | null): void {
  section?.querySelector('input')?.focus()
}

function Remarks({ state: { post, accounts } }: Pick<PollEditorProps, 'state'>): React.JSX.Element {
  const { t } = useTranslation('polls')
  const formats = useFormats()
  const networks = useNetworkNames()
  const ids = [...new Set(post.content.targets.flatMap(({ accountId }) => accounts.find(({ id }) => id === accountId)?.networkId ?? []))]
  const taking = ids.filter((id) => typeof capabilitiesOf(id).poll !== 'string')
  const apart = taking.filter((id) => {
    const { poll } = capabilitiesOf(id)
    return typeof poll !== 'string' && poll.question !== undefined
  })
  const names = (of: typeof ids): string => formats.list(of.map((id) => networks.name(id)))
  return (
    <p className={styles.remark}>
      {apart.length < taking.length && t('questionIsText')} {apart.length > 0 && t('questionApart', { networks: names(apart) })}
    </p>
  )
}
