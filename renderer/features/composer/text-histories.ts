import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { DraftText } from '../../../shared/posts/text-history.ts'
import { createTextLog, type TextLog } from './editor/history/text-log.ts'

/** What was typed in each text of one post. Kept beside the post's own saving: what goes wrong here costs steps of undo, never words. */
export interface TextHistories {
  /** The same one for the same text. */
  of(text: DraftText): TextLog
  /** Writes what is not stored yet; nothing is thrown, and what could not be written is with the next one. */
  keep(): Promise<void>
}

export function createTextHistories({ bridge, workspaceId, postId }: { readonly bridge: StudioBridge; readonly workspaceId: string; readonly postId: string }): TextHistories {
  const logs = new Map<string, { readonly text: DraftText; readonly log: TextLog }>()

  function made(text: DraftText): TextLog {
    return createTextLog(async (beyond) => {
      const answer = await bridge.request('posts.readTextHistory', { workspaceId, postId, text, ...(beyond === undefined ? {} : { beyond }) })
      return answer.ok ? answer.value.history : 'failed'
    })
  }

  async function keepOne(text: DraftText, log: TextLog): Promise<void> {
    const unkept = await log.takeUnkept()
    if (unkept === null) return
    const { edition, first, last, position, head, entries } = unkept
    const answer = await bridge.request('posts.keepTextHistory', { workspaceId, postId, text, edition, first, last, position, head, entries })
    if (answer.ok) unkept.kept(answer.value)
    else unkept.failed(answer.error.code === 'conflict')
  }

  return {
    of(text) {
      const name = `${text.accountId ?? ''}/${text.partId ?? ''}`
      const known = logs.get(name) ?? { text, log: made(text) }
      logs.set(name, known)
      return known.log
    },
    async keep() {
      for (const { text, log } of logs.values()) await keepOne(text, log)
    }
  }
}
