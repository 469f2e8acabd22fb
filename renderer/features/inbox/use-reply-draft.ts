import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { studio } from '../../bridge/studio-client.ts'
import { comeBackTo, leaveReply, openReply } from './kept-replies.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { ReplyWords } from './reply-words.ts'

export interface ReplyDraft extends Pick<ReplyWords, 'write' | 'clear' | 'noteSent'> {
  readonly text: string
  /** Why it is not stored; null while nothing is wrong with that. */
  readonly failure: StudioError | null
}

/**
 * The answer being written, kept for its own conversation and no other: it is saved in pauses and when the conversation leaves the screen, and kept in hand while it
 * cannot be, so it can neither be lost nor follow the user into another thread. `stored` is the draft as the engine has it.
 */
export function useReplyDraft(workspaceId: string, conversationId: string, stored: string): ReplyDraft {
  const [words] = useState(() => openReply({ bridge: studio, timers: window, workspaceId, conversationId, stored }))
  const { words: text, failure } = useStore(words.state)

  useEffect(() => {
    comeBackTo({ workspaceId, conversationId }, words)
    const flush = (): void => void words.save()
    window.addEventListener('blur', flush)
    return () => {
      window.removeEventListener('blur', flush)
      void leaveReply({ workspaceId, conversationId })
    }
  }, [words, workspaceId, conversationId])

  useEffect(() => words.takeStored(stored), [words, stored])

  return { text, failure, write: words.write, clear: words.clear, noteSent: words.noteSent }
}
