import { Lightbulb, MessageSquareQuote } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { Hint } from '../../../shared/voice/find-hints.ts'
import { stopsPosts } from '../../../shared/voice/hint-answers.ts'
import type { Voice } from '../../../shared/voice/voice.ts'
import { studio } from '../../bridge/studio-client.ts'
import { smallIconProps } from '../../components/icon.ts'
import { Popover } from '../../components/Popover.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { useUnhurried } from '../../components/use-unhurried.ts'
import { useWorkspace } from '../../shell/studio-store.ts'
import { usePostHints } from './use-voice.ts'
import styles from './VoiceHints.module.css'

export interface VoiceHintsProps {
  readonly workspaceId: string
  readonly postId: string
  readonly content: PostContent
  readonly voice: Voice
}

/** What differs from the client's voice, and what is hard to read for some; each can be ignored here or for ever, but for what the client wants to stop a post. */
export function VoiceHints({ content, ...props }: VoiceHintsProps): React.JSX.Element {
  // A hint may come a moment after the letter that it is about.
  return <Hints {...props} content={useUnhurried(content)} />
}

const Hints = memo(function Hints({ workspaceId, postId, content, voice }: VoiceHintsProps): React.JSX.Element | null {
  const { t, i18n } = useTranslation('voice')
  const { hints, ignoreHere } = usePostHints(postId, content, voice, i18n.resolvedLanguage === 'fr' ? 'fr' : 'en')
  if (hints.length === 0 && voice.note.trim() === '') return null

  async function handleAlways(key: string): Promise<void> {
    const answer = await studio.request('voice.ignore', { workspaceId, key, isIgnored: true })
    if (!answer.ok) showFailure(answer.error, workspaceId)
  }

  return (
    <section className={styles.hints} aria-label={t('hints.title')}>
      {voice.note.trim() !== '' && <VoiceNote workspaceId={workspaceId} note={voice.note} />}
      <ul>
        {hints.map((hint) => (
          <li key={hint.key}>
            <Lightbulb {...smallIconProps} />
            <HintWords hint={hint} voice={voice} />
            {stopsPosts(voice, hint) ? <em>{t('hints.stops')}</em> : <IgnoreButtons onHere={() => ignoreHere(hint.key)} onAlways={() => void handleAlways(hint.key)} />}
          </li>
        ))}
      </ul>
    </section>
  )
})

function IgnoreButtons({ onHere, onAlways }: { readonly onHere: () => void; readonly onAlways: () => void }): React.JSX.Element {
  const { t } = useTranslation('voice')
  return (
    <>
      <button type="button" onClick={onHere}>{t('hints.once')}</button>
      <button type="button" onClick={onAlways}>{t('hints.always')}</button>
    </>
  )
}

/** What it is about, and why. */
function HintWords({ hint: { kind, words, count, max }, voice }: { readonly hint: Hint; readonly voice: Voice }): React.JSX.Element {
  const { t } = useTranslation('voice')
  const values = { words: words.length > 60 ? `${words.slice(0, 59)}…` : words, count: count ?? 0, max: max ?? 0 }
  return <span>{kind === 'address' ? t(`hints.address.${voice.address === 'tu' ? 'tu' : 'vous'}`, values) : t(`hints.${kind}`, values)}</span>
}

function VoiceNote({ workspaceId, note }: { readonly workspaceId: string; readonly note: string }): React.JSX.Element {
  const { t } = useTranslation('voice')
  const title = t('hints.voiceOf', { client: useWorkspace(workspaceId)?.name ?? '' })
  return (
    <Popover
      side="top"
      label={title}
      trigger={
        <button type="button">
          <MessageSquareQuote {...smallIconProps} /> {title}
        </button>
      }
    >
      <p className={styles.note} tabIndex={0}>{note}</p>
    </Popover>
  )
}
