import { useEffect, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { typeInFrench } from '../../../shared/text/french-typing.ts'
import { isFrenchTypingWanted } from './is-french-typing-wanted.ts'
import { fieldIn, type Field } from './mirror.ts'

/** Puts in what French typography asks for while somebody types in the field, as the text of a post has it: the sign goes in as typed first, so that one undo gives it back. */
export function useFrenchTyping(place: RefObject<HTMLElement | null>, isOn: boolean): void {
  const { i18n } = useTranslation()
  const language = i18n.resolvedLanguage ?? 'en'
  useEffect(() => {
    const field = fieldIn(place.current)
    return !isOn || field === null ? undefined : listen(field, language, document)
  }, [place, isOn, language])
}

/** `target` writes into the field that has the focus, the only way that its own Ctrl+Z takes back. */
function listen(field: Field, language: string, target: Document): () => void {
  let isWriting = false

  function handle(event: Event): void {
    if (isWriting || !(event instanceof InputEvent) || event.isComposing || event.inputType !== 'insertText' || event.data === null || field.selectionStart === null) return
    const at = field.selectionStart
    const typed = event.data
    const change = typeInFrench(field.value.slice(0, at).replace(/^.*\n/su, ''), typed)
    if (change === null || !isFrenchTypingWanted(field.value, language)) return
    event.preventDefault()
    isWriting = true
    target.execCommand('insertText', false, typed)
    field.setSelectionRange(at - change.drop, at + typed.length)
    target.execCommand('insertText', false, change.insert)
    isWriting = false
  }

  field.addEventListener('beforeinput', handle)
  return () => field.removeEventListener('beforeinput', handle)
}
