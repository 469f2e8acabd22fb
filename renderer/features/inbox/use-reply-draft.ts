import { useEffect, useRef, useState } from 'react'
import { studio } from '../../bridge/studio-client.ts'
import { createSaveQueue, type SaveQueue } from '../../bridge/save-queue.ts'

/**
 * The answer being written, kept for its own conversation and no other: it is saved in pauses and when the conversation leaves the screen,
 * so it can neither be lost nor follow the user into another thread.
 */
export function useReplyDraft(workspaceId: string, conversationId: string, stored: string): { readonly text: string; readonly write: (text: string) => void; readonly clear: () => void } {
  const [text, setText] = useState(stored)
  const latest = useRef(stored)
  const queue = useRef<SaveQueue | null>(null)

  useEffect(() => {
    const saves = createSaveQueue(async () => {
      await studio.request('inbox.saveReplyDraft', { workspaceId, conversationId, text: latest.current })
    }, window)
    queue.current = saves
    const flush = (): void => void saves.flush()
    window.addEventListener('blur', flush)
    return () => {
      window.removeEventListener('blur', flush)
      void saves.flush().finally(() => saves.stop())
    }
  }, [workspaceId, conversationId])

  function write(next: string): void {
    latest.current = next
    setText(next)
    queue.current?.touch()
  }

  /** For sending: the engine empties the stored draft in the transaction that takes the reply. */
  function clear(): void {
    latest.current = ''
    setText('')
  }

  return { text, write, clear }
}
