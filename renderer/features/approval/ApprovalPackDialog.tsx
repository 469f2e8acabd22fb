import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { maxPackPosts } from '../../../shared/approval/approval-answer.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import type { PostSummary } from '../../../shared/posts/post.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { TextArea } from '../../components/TextArea.tsx'
import { firstWords } from '../../language/first-words.ts'
import { useFormats } from '../../language/use-formats.ts'
import { savePack, type PackLanguage } from './make-pack.ts'
import styles from './ApprovalPack.module.css'

export interface ApprovalPackDialogProps {
  readonly workspace: Workspace
  readonly posts: readonly PostSummary[]
  readonly accounts: readonly Account[]
  readonly onClose: () => void
}

/** Sends posts to the client's eyes as one file, and takes the client's answer in. */
export function ApprovalPackDialog({ workspace, posts, accounts, onClose }: ApprovalPackDialogProps): React.JSX.Element {
  const { t, i18n } = useTranslation('approval')
  const formats = useFormats()
  const open = posts.filter(({ status }) => status === 'draft' || status === 'scheduled').slice(0, maxPackPosts)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(open.filter(({ approval }) => approval !== 'approved').map(({ id }) => id)))
  const [language, setLanguage] = useState<PackLanguage>(i18n.resolvedLanguage === 'fr' ? 'fr' : 'en')

  function toggle(id: string, isChosen: boolean): void {
    setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((other) => other !== id)))
  }

  async function handleSave(): Promise<void> {
    const postIds = open.map(({ id }) => id).filter((id) => chosen.has(id))
    await savePack({ workspaceId: workspace.id, client: workspace.name, timeZone: workspace.timeZone, language, postIds, accounts })
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('title')}
      description={t('text')}
      footer={
        <Button variant="primary" disabled={chosen.size === 0} onClick={() => void handleSave()}>
          {t('save', { count: chosen.size })}
        </Button>
      }
    >
      <div className={styles.posts} role="group" aria-label={t('posts')}>
        {open.length === 0 && <p>{t('none')}</p>}
        {open.map(({ id, excerpt, schedule, plan }) => {
          const at = schedule?.dueAt ?? plan?.at ?? null
          return <Checkbox key={id} label={excerpt === '' ? t('untitled') : firstWords(excerpt)} hint={at === null ? t('noDay') : formats.dayAndTime(at, workspace.timeZone)} checked={chosen.has(id)} onChange={(isChosen) => toggle(id, isChosen)} />
        })}
      </div>
      <SegmentedControl label={t('language')} value={language} onChange={setLanguage} segments={[{ value: 'en', label: 'English' }, { value: 'fr', label: 'Français' }]} />
      <Answer workspaceId={workspace.id} />
    </Dialog>
  )
}

/** What came back, as a file or as the words of a mail. */
function Answer({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element {
  const { t } = useTranslation('approval')
  const [text, setText] = useState('')
  const [result, setResult] = useState<RequestOutput<'approvalPack.readAnswer'> | null>(null)

  async function take(answered: string): Promise<void> {
    const answer = await studio.request('approvalPack.readAnswer', { workspaceId, text: answered })
    if (answer.ok) setResult(answer.value)
    else showFailure(answer.error, workspaceId)
  }

  async function takeFile(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? []
    // The same file may be chosen again.
    if (file !== undefined) await take(await file.text())
    input.value = ''
  }

  return (
    <section className={styles.answer} aria-label={t('answer.title')}>
      <h3 className={styles.heading}>{t('answer.title')}</h3>
      <input type="file" accept=".json,.txt,application/json,text/plain" aria-label={t('answer.file')} onChange={(event) => void takeFile(event.currentTarget)} />
      <TextArea label={t('answer.paste')} value={text} rows={2} maxRows={6} onChange={setText} />
      <Button size="small" disabled={text.trim() === ''} onClick={() => void take(text)}>
        {t('answer.take')}
      </Button>
      <div role="status">
        {result !== null && result.kind !== 'read' && <p className={styles.refused}>{t(`answer.${result.kind}`)}</p>}
        {result?.kind === 'read' && (
          <>
            <p>{t('answer.read', { by: result.by })}</p>
            <ul>
              {result.outcomes.map(({ postId, excerpt, outcome }) => (
                <li key={postId}>
                  {t('outcomeLine', { post: excerpt === '' ? t('untitled') : firstWords(excerpt), outcome: t(`outcome.${outcome}`) })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}
