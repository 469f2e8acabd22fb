import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { TextArea } from '../../components/TextArea.tsx'
import { firstWords } from '../../language/first-words.ts'
import styles from './ApprovalPack.module.css'

type ReadAnswer = RequestOutput<'approvalPack.readAnswer'>

/** What came back, as a file or as the words of a mail. */
export function PackAnswer({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element {
  const { t } = useTranslation('approval')
  const [text, setText] = useState('')
  const [result, setResult] = useState<ReadAnswer | null>(null)
  const picker = useRef<HTMLInputElement | null>(null)

  async function take(answered: string): Promise<void> {
    const answer = await studio.request('approvalPack.readAnswer', { workspaceId, text: answered })
    if (answer.ok) setResult(answer.value)
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
      <div role="status">{result !== null && <Taken result={result} />}</div>
    </div>
  )
}

/** What was made of the answer, post by post, with the client's words. */
function Taken({ result }: { readonly result: ReadAnswer }): React.JSX.Element {
  const { t } = useTranslation('approval')
  if (result.kind !== 'read') return <p className={styles.refused}>{t(`answer.${result.kind}`)}</p>
  return (
    <>
      <p className={styles.heading}>{t('answer.read', { by: result.by })}</p>
      <ul className={styles.outcomes}>
        {result.outcomes.map(({ postId, excerpt, outcome, comment }) => (
          <li key={postId} data-outcome={outcome}>
            {t('outcomeLine', { post: excerpt === '' ? t('untitled') : firstWords(excerpt), outcome: t(`outcome.${outcome}`) })}
            {comment !== '' && <blockquote>{comment}</blockquote>}
          </li>
        ))}
      </ul>
    </>
  )
}
