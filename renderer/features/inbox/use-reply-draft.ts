import { useEffect, useRef, useState } from 'react'
import { studio } from '../../bridge/studio-client.ts'
import { createSaveQueue, type SaveQueue } from '../../bridge/save-queue.ts'
import { draftAfterReturn } from '../../../shared/inbox/draft-after-return.ts'

export interface ReplyDraft {
  readonly text: string
  readonly write: (text: string) => void
  readonly clear: () => void
  /** The engine took the reply: should its text ever come back, it was taken back. */
  readonly noteSent: () => void
}

/**
 * The answer being written, kept for its own conversation and no other: it is saved in pauses and when the conversation leaves the screen,
 * so it can neither be lost nor follow the user into another thread. `stored` is the draft as the engine has it: what this field did not
 * save itself is a reply that was taken back, and is shown again.
 */
export function useReplyDraft(workspaceId: string, conversationId: string, stored: string): ReplyDraft {
  const [text, setText] = useState(stored)
  const latest = useRef(stored)
  const ownTexts = useRef<readonly string[]>([stored])
  const queue = useRef<SaveQueue | null>(null)

  useEffect(() => {
    const saves = createSaveQueue(async () => {
      const known = ownTexts.current.slice(-5)
      ownTexts.current = [...ownTexts.current, latest.current].slice(-50)
      await studio.request('inbox.saveReplyDraft', { workspaceId, conversationId, text: latest.current, known })
    }, window)
    queue.current = saves
    const flush = (): void => void saves.flush()
    window.addEventListener('blur', flush)
    return () => {
      window.removeEventListener('blur', flush)
      void saves.flush().finally(() => saves.stop())
    }
  }, [workspaceId, conversationId])

  useEffect(() => {
    const next = draftAfterReturn(stored, latest.current, ownTexts.current)
    if (next !== null || stored === latest.current) ownTexts.current = [...ownTexts.current, stored]
    if (next !== null) write(next)
  }, [stored])

  function write(next: string): void {
    latest.current = next
    setText(next)
    queue.current?.touch()
  }

  /** After sending: the engine has emptied the stored draft in the same transaction. */
  function clear(): void {
    latest.current = ''
    setText('')
  }

  return {
    text,
    write,
    clear,
    noteSent() {
      ownTexts.current = ['']
    }
  }
}
