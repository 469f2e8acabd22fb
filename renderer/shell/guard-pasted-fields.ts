import { hasTower, withoutTowers } from '../../shared/text/stacked-marks.ts'
import { tellTowers } from '../components/tell-towers.ts'

/** A letter with thousands of signs on it, pasted into a field, would keep the window from drawing: it comes in with as many as can be drawn. The editor of posts does so by itself. Returns the end of it. */
export function guardPastedFields(target: Document = document): () => void {
  function handlePaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!isField(event.target) || !hasTower(text)) return
    event.preventDefault()
    event.stopPropagation()
    // The only way into a field that its own Ctrl+Z takes back.
    target.execCommand('insertText', false, withoutTowers(text))
    tellTowers()
  }
  target.addEventListener('paste', handlePaste, { capture: true })
  return () => target.removeEventListener('paste', handlePaste, { capture: true })
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}
