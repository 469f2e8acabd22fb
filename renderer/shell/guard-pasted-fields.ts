import { t } from 'i18next'
import { hasTower, withoutTowers } from '../../shared/text/stacked-marks.ts'
import { tellTowers } from '../components/tell-towers.ts'
import { showToast } from '../components/toaster.ts'

/**
 * Nothing that is pasted into a field stays behind without a word: of a letter with thousands of signs on it, which would keep the window from drawing, as many come in as can be drawn; and of more than
 * a field takes the browser itself leaves the end out. The editor of posts looks after itself. Returns the end of it.
 */
export function guardPastedFields(target: Document = document): () => void {
  function thinTowers(event: ClipboardEvent): void {
    const text = textOf(event)
    if (!isField(event.target) || !hasTower(text)) return
    event.preventDefault()
    event.stopPropagation()
    // The only way into a field that its own Ctrl+Z takes back.
    target.execCommand('insertText', false, withoutTowers(text))
    tellTowers()
  }
  /** After whoever takes the words in a way of its own. */
  function tellCut(event: ClipboardEvent): void {
    const field = event.target
    if (event.defaultPrevented || !isField(field) || field.readOnly || field.maxLength < 0) return
    const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0)
    if (textOf(event).length > field.maxLength - field.value.length + selected) showToast({ kind: 'warning', title: t('components:cut', { most: field.maxLength }) })
  }
  target.addEventListener('paste', thinTowers, { capture: true })
  target.addEventListener('paste', tellCut)
  return () => {
    target.removeEventListener('paste', thinTowers, { capture: true })
    target.removeEventListener('paste', tellCut)
  }
}

function textOf({ clipboardData }: ClipboardEvent): string {
  return clipboardData?.getData('text/plain') ?? ''
}

function isField(target: EventTarget | null): target is HTMLTextAreaElement | HTMLInputElement {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}
