import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { Reality } from '../../../shared/contract/reality.contract.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { checkEdit, type EditedText, type EditProblem } from '../../../shared/published/check-edit.ts'
import type { WordsThere } from '../../../shared/published/words-there.ts'
import type { YesToWords } from '../../../shared/published/yes-to-words.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Banner } from '../../components/Banner.tsx'
import { Button } from '../../components/Button.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { TextField } from '../../components/TextField.tsx'
import { showToast } from '../../components/toaster.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { holdOf } from '../../shell/hold-actions.ts'
import { useStudio, useWorkspace } from '../../shell/studio-store.ts'
import { StudioEditor } from '../composer/editor/StudioEditor.tsx'
import { Counter } from '../composer/previews/Counter.tsx'
import { RepeatQuestion } from './RepeatQuestion.tsx'
import { ChangedWords } from './ChangedWords.tsx'
import { YesFields } from './YesFields.tsx'
import styles from './EditDialog.module.css'

export interface EditFormProps {
  readonly workspaceId: string
  readonly account: Account
  readonly jobId: string
  readonly sent: Reality['sent']
  /** What the person begins with: what was sent, or what stands there instead. */
  readonly begin: EditedText
  /** As the network told it; null: it tells nothing. */
  readonly seen: WordsThere | null
  readonly onClose: () => void
}

/** What was written and neither sent nor given up, by client and post there: as long as Vigie is open. */
const inHand = new Map<string, EditedText>()

/** The new words with their counter, before and after, and the client's yes where one is needed. */
export function EditForm({ workspaceId, account, jobId, sent, begin, seen, onClose }: EditFormProps): React.JSX.Element {
  const { t } = useTranslation(['published', 'components'])
  const network = useNetworkNames().inSentence(account.networkId)
  // What was begun with stays what is compared with, whatever is read meanwhile.
  const [start] = useState({ begin, seen })
  const [edited, setEdited] = useState<EditedText>(() => inHand.get(`${workspaceId} ${jobId}`) ?? { title: begin.title, document: begin.document })
  const [yes, setYes] = useState<YesToWords>({ by: '', channel: 'mail', note: '' })
  const [isBusy, setBusy] = useState(false)
  const [repeat, setRepeat] = useState<StudioError | null>(null)
  const workspace = useWorkspace(workspaceId)
  const needsYes = workspace?.safety.approval === 'needed'
  const seconds = workspace?.safety.undoSeconds ?? 0
  const isOnHold = holdOf(useStudio((state) => state.holds), workspaceId) !== null
  const { edit, richText } = capabilitiesOf(account.networkId)
  const hasMedia = sent.media.length > 0
  const problem = checkEdit({ account, sent: start.begin, isOtherThere: false, edited, hasMedia })
  const text = documentToText(edited.document)

  function write(next: EditedText): void {
    setEdited(next)
    inHand.set(`${workspaceId} ${jobId}`, next)
  }

  /** Sent or given up; whoever leaves in another way finds the words again. */
  function end(): void {
    inHand.delete(`${workspaceId} ${jobId}`)
    onClose()
  }

  async function save(isRepeatMeant: boolean): Promise<void> {
    setRepeat(null)
    setBusy(true)
    const answer = await studio.request('published.edit', { workspaceId, jobId, title: edited.title, document: edited.document, seen: start.seen, ...(needsYes ? { yes } : {}), isRepeatMeant })
    setBusy(false)
    if (!answer.ok && answer.error.code === 'repeat_needs_confirmation') return setRepeat(answer.error)
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    showToast({ kind: 'success', workspaceId, title: isOnHold ? t('edit.savedHeld') : seconds > 0 ? t('edit.savedSoon', { seconds }) : t('edit.saved') })
    end()
  }

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    void save(false)
  }

  return (
    <form className={styles.body} onSubmit={handleSubmit}>
      {edit.title === true && <TextField label={t('edit.titleLabel')} value={edited.title} maxLength={300} onChange={(title) => write({ ...edited, title })} />}
      {edit.titleStays !== undefined && sent.title !== '' && <p>{t(`edit.titleStays.${edit.titleStays.value}`, { network, title: sent.title })}</p>}
      <section className={styles.section} aria-label={t('edit.words')}>
        <div className={styles.writing}>
          <StudioEditor documentKey={jobId} document={edited.document} label={t('edit.words')} placeholder={t('edit.placeholder')} isEditable isHeld={isBusy} {...(richText ? { formatting: everywhere } : {})} findMarks={noMarks} onChange={(document) => write({ ...edited, document })} onFiles={noFiles} />
        </div>
        <Counter account={account} document={edited.document} hasMedia={hasMedia} />
      </section>
      <Comparison problem={problem} before={documentToText(start.begin.document)} after={text} network={network} />
      {needsYes && <YesFields yes={yes} onChange={setYes} />}
      {isOnHold && <Banner kind="warning" title={t('edit.onHold')} />}
      <p className={styles.buttons}>
        <Button onClick={end}>{t('components:cancel')}</Button>
        <Button variant="primary" type="submit" busy={isBusy} disabled={problem !== null || (needsYes && yes.by.trim() === '')}>
          {t('edit.save', { network })}
        </Button>
      </p>
      <RepeatQuestion account={account} timeZone={workspace?.timeZone ?? 'UTC'} error={repeat} onMeant={() => void save(true)} onLeave={() => setRepeat(null)} />
    </form>
  )
}

interface ComparisonProps {
  readonly problem: EditProblem | null
  readonly before: string
  readonly after: string
  readonly network: string
}

function Comparison({ problem, before, after, network }: ComparisonProps): React.JSX.Element {
  const { t } = useTranslation('published')
  return (
    <section className={styles.section} aria-label={t('edit.compare')}>
      <h3 className={styles.heading}>{t('edit.compare')}</h3>
      <p className={styles.problem} role="status">{problem === null ? '' : t(`edit.problem.${problem}`, { network })}</p>
      {before !== after && <ChangedWords before={before} after={after} />}
    </section>
  )
}

const everywhere = { onlyOn: null }
const noMarks = (): readonly never[] => []
/** Pictures stay as they are. */
const noFiles = (): void => undefined
