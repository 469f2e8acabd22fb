import { ArrowLeftRight, CornerDownLeft, FileQuestion, TextSearch, X } from 'lucide-react'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { StatusPill } from '../../../components/StatusPill.tsx'
import type { ComposerStore } from '../composer-store.ts'
import { closeAndWrite } from './BesideButton.tsx'
import { chooseBeside, placeNow, usePlace, type Beside } from './beside-store.ts'
import { textsOfIdea, textsOfPost } from './beside-texts.ts'
import { BesideWords } from './BesideWords.tsx'
import { clipboardOf, insertAtCursor, selectedWords } from './insert-from-beside.ts'
import { swapBeside } from './swap-beside.ts'
import { useBesideContent, type BesideContent } from './use-beside-content.ts'
import styles from './Beside.module.css'

export interface BesidePaneProps {
  readonly workspaceId: string
  readonly postId: string
  readonly shown: Beside
  readonly store: ComposerStore
}

/** A second draft of the same client, to read and to take from. No key of the text in hand draws it again. */
export const BesidePane = memo(function BesidePane({ workspaceId, postId, shown, store }: BesidePaneProps): React.JSX.Element {
  const { t } = useTranslation('beside')
  const [loaded, reload] = useBesideContent(workspaceId, shown)
  const pane = useRef<HTMLElement | null>(null)

  useEffect(() => {
    const element = pane.current
    if (element === null) return undefined
    const leave = (event: KeyboardEvent): void => leaveBy(event)
    const copy = (event: ClipboardEvent): void => copyFrom(event, element)
    element.addEventListener('keydown', leave)
    element.addEventListener('copy', copy)
    return () => {
      element.removeEventListener('keydown', leave)
      element.removeEventListener('copy', copy)
    }
  }, [])

  return (
    <section ref={pane} data-beside className={styles.pane} aria-label={t('title')} tabIndex={0}>
      <header className={styles.bar} data-tool>
        {loaded.kind === 'ready' && <Kind content={loaded.value} />}
        <span className={styles.acts}>
          <InsertSelection pane={pane} />
          <IconButton size="small" icon={ArrowLeftRight} label={t('swap')} shortcut="mod+shift+e" disabled={loaded.kind !== 'ready'} onClick={() => void swapBeside(store, workspaceId, postId, shown)} />
          <IconButton size="small" icon={TextSearch} label={t('other')} onClick={() => chooseBeside(true)} />
          <IconButton size="small" icon={X} label={t('close')} shortcut="escape" onClick={closeAndWrite} />
        </span>
      </header>
      {loaded.kind === 'loading' && <LoadingState rows={3} />}
      {loaded.kind === 'failed' && (loaded.error.code === 'not_found' ? <EmptyState size="small" icon={FileQuestion} title={t('gone')} text={t('goneText')} /> : <ErrorState size="small" error={loaded.error} onRetry={reload} />)}
      {loaded.kind === 'ready' && <Content workspaceId={workspaceId} content={loaded.value} />}
    </section>
  )
})

function Kind({ content }: { readonly content: BesideContent }): React.JSX.Element {
  const { t } = useTranslation('beside')
  return content.kind === 'post' ? <StatusPill status={content.post.status} /> : <span className={styles.kind}>{t('idea')}</span>
}

function Content({ workspaceId, content }: { readonly workspaceId: string; readonly content: BesideContent }): React.JSX.Element {
  const { t } = useTranslation('beside')
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  const accounts = accountsLoaded.kind === 'ready' ? accountsLoaded.value.accounts : []
  const texts = useMemo(() => (content.kind === 'post' ? textsOfPost(content.post) : textsOfIdea(content.idea)), [content])
  const { title = '', poll } = content.kind === 'post' ? content.post : {}
  return (
    <div className={styles.content}>
      {title.trim() !== '' && <p className={styles.title}>{title}</p>}
      {texts.length === 0 && title.trim() === '' && <p className={styles.nothing}>{t('empty')}</p>}
      {texts.map((text) => (
        <BesideWords key={text.key} workspaceId={workspaceId} text={text} isAlone={texts.length === 1} account={accounts.find(({ id }) => id === text.accountId)} />
      ))}
      {poll !== undefined && (
        <ul className={styles.poll} aria-label={t('poll')}>
          {poll.choices.map((choice, place) => (
            // Choices have no name of their own but their place.
            <li key={place}>{choice}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** As long as something at the side is selected, and there is a text to put it into. */
function InsertSelection({ pane }: { readonly pane: React.RefObject<HTMLElement | null> }): React.JSX.Element | null {
  const { t } = useTranslation('beside')
  const editor = usePlace()
  const [isSelected, setSelected] = useState(false)
  useEffect(() => {
    const look = (): void => setSelected(selectedWords(pane.current) !== null)
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [pane])
  function insert(): void {
    const words = selectedWords(pane.current)
    if (words !== null && editor !== null) insertAtCursor(editor, words)
  }

  if (editor === null) return null
  return (
    <Button size="small" variant="quiet" icon={CornerDownLeft} disabled={!isSelected} onMouseDown={keepSelection} onClick={insert}>
      {t('insertSelection')}
    </Button>
  )
}

/** A press on a button would end what is selected. */
function keepSelection(event: React.MouseEvent): void {
  event.preventDefault()
}

function leaveBy(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  event.preventDefault()
  closeAndWrite()
}

function copyFrom(event: ClipboardEvent, pane: Element): void {
  const [words, editor] = [selectedWords(pane), placeNow()]
  // Without an editor the browser copies what is seen.
  if (words === null || editor === null || event.clipboardData === null) return
  const { html, text } = clipboardOf(editor, words)
  event.clipboardData.setData('text/html', html)
  event.clipboardData.setData('text/plain', text)
  event.preventDefault()
}
