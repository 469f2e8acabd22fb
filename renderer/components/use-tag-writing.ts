import { useRef, useState, type ChangeEvent, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { leftOut, mostTags, sameTag, splitTags, withTags } from '../../shared/posts/tags.ts'
import { showToast } from './toaster.ts'

/** As many are offered at once. */
const mostOffered = 8

export interface TagWritingProps {
  readonly tags: readonly string[]
  /** What may be meant while somebody types; those that are chosen are not offered. */
  readonly suggestions: readonly string[]
  readonly isReadOnly: boolean
  readonly onChange: (tags: readonly string[]) => void
  /** What was typed before and is no tag yet. */
  readonly begun?: string
  /** What is typed and is no tag yet; empty once it is one. */
  readonly onBegun?: (words: string) => void
}

export interface TagWriting {
  readonly words: string
  /** They were typed before the last end of Vigie: nobody has come to them since. */
  readonly isLeft: boolean
  /** The last change, for those who do not see it. */
  readonly said: string
  readonly offered: readonly string[]
  /** Among those that are offered; -1: none of them is meant. */
  readonly chosen: number
  readonly input: RefObject<HTMLInputElement | null>
  readonly chips: RefObject<HTMLUListElement | null>
  readonly take: (tag: string) => void
  readonly remove: (place: number) => void
  readonly handlers: {
    readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
    readonly onChipKey: (event: KeyboardEvent<HTMLButtonElement>) => void
    readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void
    readonly onBlur: () => void
  }
}

/** What the keys do in a field of tags. */
export function useTagWriting(props: TagWritingProps): TagWriting {
  const { tags, suggestions, isReadOnly, begun = '', onBegun } = props
  const { t } = useTranslation('tags')
  const { said, changeTo, takeBack } = useTagChanges(props)
  const [words, setWords] = useState(begun)
  const [isLeft, setLeft] = useState(begun.trim() !== '')
  const [chosen, setChosen] = useState(-1)
  const [input, chips] = [useRef<HTMLInputElement>(null), useRef<HTMLUListElement>(null)]
  const offered = words.trim() === '' ? [] : offeredFor(words, suggestions, tags)

  function write(typed: string): void {
    setWords(typed)
    setChosen(-1)
    setLeft(false)
    onBegun?.(typed)
  }
  function add(text: string): void {
    const added = splitTags(text)
    const count = leftOut(tags, added)
    if (count > 0) showToast({ kind: 'warning', title: t('tooMany', { count, most: mostTags }) })
    changeTo(withTags(tags, added))
    write('')
  }
  function remove(place: number): void {
    changeTo(tags.toSpliced(place, 1))
    input.current?.focus()
  }
  const chipKey = useChipKeys(chips, input, remove)

  /** Whether the key meant the list of what is offered. */
  function takeListKey({ key }: KeyboardEvent): boolean {
    const offer = offered[chosen]
    if (offered.length === 0) return false
    if (key === 'ArrowDown' || key === 'ArrowUp') setChosen((chosen + (key === 'ArrowDown' ? 1 : chosen < 0 ? 0 : -1) + offered.length) % offered.length)
    else if (key === 'Enter' && offer !== undefined) add(offer)
    else if (key === 'Escape' && chosen >= 0) setChosen(-1)
    else return false
    return true
  }
  /** Whether the key was about the tags that are there; only in the empty text. */
  function takeTagKey({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    if (words !== '' || isReadOnly) return false
    if ((ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z') return takeBack()
    if (key === 'ArrowLeft') return chipKey.goTo(tags.length - 1)
    if (key !== 'Backspace' || tags.length === 0) return false
    remove(tags.length - 1)
    return true
  }
  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    const isEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
    const isTaken = takeListKey(event) || takeTagKey(event)
    if (isTaken || isEnter) event.preventDefault()
    if (!isTaken && isEnter) add(words)
  }
  function handlePaste(event: ClipboardEvent<HTMLInputElement>): void {
    const pasted = event.clipboardData.getData('text/plain')
    if (isReadOnly || !/[,;\n\t]/u.test(pasted)) return
    event.preventDefault()
    add(`${words}${pasted}`)
  }
  const handleChange = ({ target: { value } }: ChangeEvent<HTMLInputElement>): void => (/[,;]/u.test(value) ? add(value) : write(value))
  const handleBlur = (): void => (words.trim() === '' ? undefined : add(words))
  return { words, isLeft, said, offered, chosen, input, chips, take: add, remove, handlers: { onChange: handleChange, onKeyDown: handleKeyDown, onChipKey: chipKey.take, onPaste: handlePaste, onBlur: handleBlur } }
}

function offeredFor(words: string, suggestions: readonly string[], tags: readonly string[]): readonly string[] {
  const sought = sameTag(words.trim().replace(/^#/u, ''))
  return suggestions.filter((tag) => sameTag(tag).includes(sought) && withTags(tags, [tag]) !== tags).slice(0, mostOffered)
}

interface TagChanges {
  readonly said: string
  readonly changeTo: (next: readonly string[]) => void
  /** Whether there was something to take back. */
  readonly takeBack: () => boolean
}

function useTagChanges({ tags, isReadOnly, onChange }: TagWritingProps): TagChanges {
  const { t } = useTranslation('tags')
  const [said, setSaid] = useState('')
  const before = useRef<(readonly string[])[]>([])

  function tell(next: readonly string[]): void {
    const added = next.filter((tag) => !tags.includes(tag))
    const removed = tags.filter((tag) => !next.includes(tag))
    setSaid([...added.map((tag) => t('added', { tag })), ...removed.map((tag) => t('removed', { tag }))].join(' '))
    onChange(next)
  }
  return {
    said,
    changeTo(next) {
      if (isReadOnly || next === tags) return
      before.current.push(tags)
      tell(next)
    },
    takeBack() {
      const last = before.current.pop()
      if (last !== undefined) tell(last)
      return last !== undefined
    }
  }
}

interface ChipKeys {
  /** Whether there is one. */
  readonly goTo: (place: number) => boolean
  readonly take: (event: KeyboardEvent<HTMLButtonElement>) => void
}

/** From the beginning of the text the arrows go through the tags, and back into it. */
function useChipKeys(chips: RefObject<HTMLUListElement | null>, input: RefObject<HTMLInputElement | null>, remove: (place: number) => void): ChipKeys {
  const buttons = (): HTMLButtonElement[] => [...(chips.current?.querySelectorAll('button') ?? [])]
  function goTo(place: number): boolean {
    const button = buttons()[place]
    button?.focus()
    return button !== undefined
  }
  return {
    goTo,
    take(event) {
      const place = buttons().findIndex((button) => button === event.currentTarget)
      if (place < 0) return
      if (event.key === 'ArrowLeft') goTo(Math.max(0, place - 1))
      else if (event.key === 'Delete' || event.key === 'Backspace') remove(place)
      else if (event.key === 'ArrowRight' && !goTo(place + 1)) input.current?.focus()
      else if (event.key === 'Escape') input.current?.focus()
      else if (event.key !== 'ArrowRight') return
      event.preventDefault()
    }
  }
}
