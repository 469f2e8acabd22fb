import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { studio } from '../../bridge/studio-client.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { TextArea } from '../../components/TextArea.tsx'
import { firstWords } from '../../language/first-words.ts'
import { useFormats } from '../../language/use-formats.ts'
import styles from './ApprovalPack.module.css'

type ReadAnswer = RequestOutput<'approvalPack.readAnswer'>

/** What came back, as a file or as the words of a mail. */
export function PackAnswer({ workspaceId, timeZone }: { readonly workspaceId: string; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('approval')
  const [text, setText] = useState('')
  const [taken, setTaken] = useState<{ readonly text: string; readonly meant: readonly string[]; readonly result: ReadAnswer } | null>(null)
  const picker = useRef<HTMLInputElement | null>(null)

  async function take(answered: string, meant: readonly string[] = []): Promise<void> {
    const answer = await studio.request('approvalPack.readAnswer', { workspaceId, text: answered, ...(meant.length === 0 ? {} : { meant: [...meant] }) })
    if (answer.ok) setTaken({ text: answered, meant, result: answer.value })
    else showFailure(answer.error, workspaceId)
  }

  async function takeFile(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? []
    if (file !== undefined) await take(await file.text())
    // The same file may be chosen again.
    input.value = ''
  }

  return (
    <div className={styles.part}>
      <p>{t('answer.text')}</p>
      <Button icon={FileUp} className={styles.file} onClick={() => picker.current?.click()}>
        {t('answer.choose')}
      </Button>
      <input ref={picker} type="file" accept=".json,.txt,application/json,text/plain" hidden aria-label={t('answer.file')} onChange={(event) => void takeFile(event.currentTarget)} />
      <TextArea label={t('answer.paste')} value={text} rows={4} maxRows={8} onChange={setText} />
      <div className={styles.buttons}>
        <Button disabled={text.trim() === ''} onClick={() => void take(text)}>
          {t('answer.take')}
        </Button>
      </div>
      <div role="status">{taken !== null && <Taken workspaceId={workspaceId} result={taken.result} timeZone={timeZone} onMean={(postId) => void take(taken.text, [...taken.meant, postId])} />}</div>
    </div>
  )
}

/** What was made of the answer, post by post, with the client's words. */
function Taken({ workspaceId, result, timeZone, onMean }: { readonly workspaceId: string; readonly result: ReadAnswer; readonly timeZone: string; readonly onMean: (postId: string) => void }): React.JSX.Element {
  const { t } = useTranslation('approval')
  const formats = useFormats()
  if (result.kind !== 'read') return <p className={styles.refused}>{t(`answer.${result.kind}`)}</p>
  return (
    <>
      <p className={styles.heading}>{t('answer.read', { by: result.by })}</p>
      <ul className={styles.outcomes}>
        {result.outcomes.map(({ postId, excerpt, outcome, comment, at, standing }) => (
          <li key={postId} data-outcome={outcome}>
            {t(at === null ? 'outcomeLine' : 'outcomeLineAt', { post: excerpt === '' ? t('untitled') : firstWords(excerpt), when: at === null ? '' : formats.dayAndTime(at, timeZone), outcome: t(`outcome.${outcome}`) })}
            {comment !== '' && <blockquote>{comment}</blockquote>}
            {outcome === 'refused' && <AlsoKept workspaceId={workspaceId} excerpt={excerpt} answered={result.outcomes.map((one) => one.postId)} />}
            {standing !== undefined && <p>{t('answer.standing', { when: formats.dayAndTime(standing, timeZone) })}</p>}
            {(outcome === 'older' || outcome === 'unclear') && <Button onClick={() => onMean(postId)}>{t('answer.takeThis')}</Button>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** As far ahead as a series is laid out, and well beyond. */
const aheadMs = 400 * 86_400_000

/** A no to words is a no to all posts that say them: the other days of a series stay back, too. */
function AlsoKept({ workspaceId, excerpt, answered }: { readonly workspaceId: string; readonly excerpt: string; readonly answered: readonly string[] }): React.JSX.Element | null {
  const { t } = useTranslation('approval')
  const [from] = useState(currentInstant)
  const [loaded] = useRequest('posts.list', { workspaceId, from, until: from + aheadMs, drafts: false }, ['posts.changed'])
  const others = loaded.kind === 'ready' ? loaded.value.posts.filter((post) => post.excerpt === excerpt && post.approval === 'refused' && post.schedule !== null && !answered.includes(post.id)) : []
  return others.length === 0 ? null : <p>{t('answer.alsoKept', { count: others.length })}</p>
}
