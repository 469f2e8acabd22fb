import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import { draftAfterReturn } from '../../../shared/inbox/draft-after-return.ts'
import type { Timers } from '../../bridge/save-queue.ts'
import { createStoredWords, type StoredWords } from '../../bridge/stored-words.ts'

export interface ReplyWords extends Omit<StoredWords<string>, 'settle'> {
  /** After sending: the engine empties the stored draft in the same transaction. */
  clear(): void
  /** The engine took the reply: should its text ever come back, it was taken back. */
  noteSent(): void
  /** The draft as the engine has it now: what was not saved from here is a reply that was taken back, and is shown again. */
  takeStored(stored: string): void
}

export interface ReplyWordsOptions {
  readonly bridge: Pick<StudioBridge, 'request'>
  readonly timers: Timers
  readonly workspaceId: string
  readonly conversationId: string
  readonly stored: string
}

/** The answer to one conversation, kept for it and no other. */
export function createReplyWords({ bridge, timers, workspaceId, conversationId, stored: first }: ReplyWordsOptions): ReplyWords {
  // What the engine is known to have, and what it may have been given since: of a save that failed, nobody knows.
  let [acknowledged, attempted]: [string, readonly string[]] = [first, []]
  let ownTexts: readonly string[] = [first]
  const { settle, ...words } = createStoredWords<string>({ first, timers, store })

  async function store(text: string) {
    const known = [...new Set([acknowledged, ...attempted.slice(-4)])]
    attempted = [...attempted, text].slice(-10)
    ownTexts = [...ownTexts, text].slice(-50)
    const answer = await bridge.request('inbox.saveReplyDraft', { workspaceId, conversationId, text, known })
    if (answer.ok) [acknowledged, attempted] = [text, []]
    return answer
  }

  return {
    ...words,
    clear: () => settle(''),
    noteSent() {
      ;[acknowledged, attempted] = ['', []]
      ownTexts = ['']
    },
    takeStored(stored) {
      const text = words.state.getState().words
      const next = draftAfterReturn(stored, text, ownTexts)
      if (next !== null || stored === text) ownTexts = [...ownTexts, stored]
      if (next === null) return
      acknowledged = stored
      words.write(next)
    }
  }
}
