import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { joinClassNames } from '../../components/join-class-names.ts'
import { TextArea, type TextAreaProps } from '../../components/TextArea.tsx'
import { TextField, type TextFieldProps } from '../../components/TextField.tsx'
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx'
import { useVoice } from '../voice/use-voice.ts'
import { asMirror } from './mirror-pieces.ts'
import { fieldIn, markUnder, putBehind, spanOf, type Field } from './mirror.ts'
import { SpellingMenu, type SpellingMenuProps, type SpellingTarget } from './SpellingMenu.tsx'
import type { SpellingMark } from './spelling-mark.ts'
import styles from './Spelled.module.css'
import { useFieldMarks } from './use-field-marks.ts'
import { useFrenchTyping } from './use-french-typing.ts'
import { useSpelling } from './use-spelling.ts'

interface SpelledProps {
  readonly workspaceId: string
  /** What is ignored “here” is ignored in everything of this name. */
  readonly scope: string
  /** Whether French typography is put in while somebody types, where the studio's setting wants it. */
  readonly isTypeset?: boolean
}

/** Several lines, spelled as the text of a post is. */
export function SpelledTextArea({ workspaceId, scope, isTypeset, className, ...field }: TextAreaProps & SpelledProps): React.JSX.Element {
  return (
    <Spelled workspaceId={workspaceId} scope={scope} isTypeset={isTypeset} className={className} text={field.value} onChange={field.onChange} isRead={field.readOnly === true || field.disabled === true}>
      <TextArea {...field} spellCheck={false} />
    </Spelled>
  )
}

/** One line, the same. */
export function SpelledTextField({ workspaceId, scope, isTypeset, className, ...field }: TextFieldProps & SpelledProps): React.JSX.Element {
  return (
    <Spelled workspaceId={workspaceId} scope={scope} isTypeset={isTypeset} className={className} text={field.value} onChange={field.onChange} isRead={field.readOnly === true || field.disabled === true}>
      <TextField {...field} spellCheck={false} />
    </Spelled>
  )
}

interface FieldProps extends Omit<SpelledProps, 'isTypeset'> {
  readonly isTypeset: boolean | undefined
  readonly className: string | undefined
  readonly text: string
  readonly onChange: (text: string) => void
  /** Nobody writes here: nothing is remarked on. */
  readonly isRead: boolean
  readonly children: ReactNode
}

interface Opened {
  readonly mark: SpellingMark
  readonly suggestions: readonly string[]
}

/** Underlines behind a field what dictionaries and rules object to; a press there, or F7, opens the menu at it. */
function Spelled({ workspaceId, scope, isTypeset = false, className, text, onChange, isRead, children }: FieldProps): React.JSX.Element {
  const { t } = useTranslation('spelling')
  const place = useRef<HTMLDivElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const asked = useRef(0)
  const [typingAt, setTypingAt] = useState<number | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const spelling = useSpelling(workspaceId, scope, useVoice(workspaceId))
  const found = useFieldMarks(isRead ? null : spelling.source, text)
  // The word at which somebody types is not finished.
  const marks = found.filter(({ start, end }) => typingAt === null || typingAt < start || typingAt > end)
  const field = (): Field | null => fieldIn(place.current)
  useMirror(place, mirror, marks.length > 0)
  useFrenchTyping(place, isTypeset && !isRead)

  async function open(mark: SpellingMark): Promise<void> {
    const turn = (asked.current += 1)
    const suggestions = await spelling.suggest(mark)
    if (turn === asked.current && field()?.value.slice(mark.start, mark.end) === mark.words) setOpened({ mark, suggestions })
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.key !== 'F7' || event.ctrlKey || event.metaKey || event.altKey) return
    const cursor = field()?.selectionEnd ?? 0
    const next = found.find(({ end }) => end >= cursor) ?? found[0]
    // Where nothing is left, it is the text of the post that is gone through.
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    setTypingAt(null)
    field()?.setSelectionRange(next.end, next.end)
    void open(next)
  }

  function handlePress(event: MouseEvent): void {
    const control = field()
    if (control === null || event.target !== control || (event.type === 'click' && control.selectionStart !== control.selectionEnd)) return
    const mark = event.type === 'contextmenu' && event.button !== 2 ? marks.find(({ start, end }) => start <= (control.selectionEnd ?? 0) && (control.selectionEnd ?? 0) <= end) : markUnder(mirror.current, marks, event)
    if (mark === undefined) return
    if (event.type === 'contextmenu') event.preventDefault()
    void open(mark)
  }

  return (
    // The field within takes the focus; here its keys and presses pass by.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={place}
      className={joinClassNames(styles.spelled, className)}
      onKeyDown={handleKey}
      onClick={handlePress}
      onContextMenu={handlePress}
      onInput={() => setTypingAt(field()?.selectionEnd ?? null)}
      onSelect={() => typingAt !== null && typingAt !== field()?.selectionEnd && setTypingAt(null)}
      onBlur={() => setTypingAt(null)}
    >
      {children}
      {marks.length > 0 && (
        <>
          <div ref={mirror} className={styles.mirror} aria-hidden="true">
            {asMirror(text, marks).map(({ key, words, mark }) => (mark === null ? words : <span key={key} data-spelling={mark.about.kind} data-start={mark.start}>{words}</span>))}
          </div>
          <VisuallyHidden>{t('inField', { count: marks.length })}</VisuallyHidden>
        </>
      )}
      {opened !== null && <MenuInField key={opened.mark.start} place={place} mirror={mirror} spelling={spelling} {...opened} onChange={onChange} onClose={() => setOpened(null)} />}
    </div>
  )
}

interface MenuInFieldProps extends Opened, Pick<SpellingMenuProps, 'spelling' | 'onClose'> {
  readonly place: RefObject<HTMLDivElement | null>
  readonly mirror: RefObject<HTMLDivElement | null>
  readonly onChange: (text: string) => void
}

/** The menu at a remark in a field. */
function MenuInField({ place, mirror, mark, onChange, ...menu }: MenuInFieldProps): React.JSX.Element {
  const field = (): Field | null => fieldIn(place.current)
  function put(words: string, from: number, until: number): void {
    const text = field()?.value ?? ''
    // At once: the next key may come before the page is drawn.
    flushSync(() => onChange(text.slice(0, from) + words + text.slice(until)))
    field()?.setSelectionRange(from + words.length, from + words.length)
  }
  const target: SpellingTarget = {
    place: () => (spanOf(mirror.current, mark) ?? field())?.getBoundingClientRect() ?? new DOMRect(),
    focus: () => field()?.focus(),
    replace: (words) => put(words, mark.start, mark.end),
    type: (letter) => put(letter, field()?.selectionStart ?? mark.end, field()?.selectionEnd ?? mark.end)
  }
  return <SpellingMenu target={target} mark={mark} {...menu} />
}

/** Keeps the mirror exactly behind the field, in its letters, while there is anything to show. */
function useMirror(place: RefObject<HTMLDivElement | null>, mirror: RefObject<HTMLDivElement | null>, isShown: boolean): void {
  // With whatever was drawn: its words may stand elsewhere.
  useLayoutEffect(() => {
    if (isShown) putBehind(place.current, mirror.current)
  })

  useEffect(() => {
    const control = fieldIn(place.current)
    if (!isShown || control === null) return undefined
    const put = (): void => putBehind(place.current, mirror.current)
    const watch = new ResizeObserver(put)
    watch.observe(control)
    control.addEventListener('scroll', put)
    return () => {
      watch.disconnect()
      control.removeEventListener('scroll', put)
    }
  }, [place, mirror, isShown])
}
