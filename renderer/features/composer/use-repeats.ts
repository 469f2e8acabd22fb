import { useEffect, useState } from 'react'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import type { PostProblem } from '../../../shared/posts/post-problem.ts'
import { capabilitiesFor } from '../../../shared/networks/in-channel.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import { repeatSpanMs } from '../../../shared/posts/same-text.ts'
import { textToCompare } from '../../../shared/posts/text-to-compare.ts'
import { resolveLocalTime } from '../../../shared/schedule/local-time.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { studio } from '../../bridge/studio-client.ts'
import type { OpenPost, PostFacts, ReadyState } from './composer-state.ts'

type Repeat = RequestOutput<'posts.findRepeats'>['repeats'][number]

/** Longer than from one save to the next of somebody who writes on, ms. */
const rest = 900

/** What `textsAtRest` says once nobody has typed for a while; until then what it said before. No key draws anything again for it. */
export function useRestedTexts(post: OpenPost, accounts: readonly Account[]): string | null {
  const [rested, setRested] = useState<string | null>(null)

  useEffect(() => {
    if (post.save.kind !== 'saved') return undefined
    const timer = setTimeout(() => setRested(textsAtRest(post, accounts)), rested === null ? 0 : rest)
    return () => clearTimeout(timer)
  }, [post, accounts, rested])

  return rested
}

/** What each account would send, as JSON, its own name in the links; null while a save has not come to rest. */
function textsAtRest(post: OpenPost, accounts: readonly Account[]): string | null {
  return post.save.kind === 'saved' && post.status === 'draft' ? JSON.stringify(textsOf(post, accounts)) : null
}

/** What the checks say of the same text on the same account within a day of the chosen time. Asked once a save has come to rest. */
export function useRepeats(workspaceId: string, post: PostFacts, texts: string | null, time: string, timeZone: string): readonly PostProblem[] {
  const [found, setFound] = useState<readonly PostProblem[]>([])
  const resolved = resolveLocalTime(time, timeZone)
  const at = resolved.kind === 'unreadable' ? null : resolved.instant

  useEffect(() => {
    if (texts === null || at === null) return undefined
    let isNewest = true
    const ask = async (): Promise<void> => {
      const answer = await studio.request('posts.findRepeats', { workspaceId, postId: post.postId, at, texts: JSON.parse(texts) })
      if (!isNewest || !answer.ok) return
      setFound(answer.value.repeats.map((repeat) => ({ severity: 'warn', code: codeOf(repeat, at), accountId: repeat.accountId, details: { at: repeat.at } })))
    }
    void ask()
    return () => {
      isNewest = false
    }
  }, [workspaceId, post.postId, at, texts])

  return post.status === 'draft' ? found : []
}

function codeOf({ at: when, state, isEdit }: Repeat, at: number): PostProblem['code'] {
  if (state !== 'published') return isEdit ? 'repeats_edit' : 'repeats_planned'
  if (isEdit) return 'repeats_edited'
  return at - when < repeatSpanMs ? 'repeated' : 'repeated_before'
}

/** On which of these accounts the same text is within a day of this moment, or about to be; on none when nobody can say so now: the engine asks again at the time that counts. */
export async function findRepeatsNow(workspaceId: string, { post, accounts }: ReadyState, at: number): Promise<readonly string[]> {
  const texts = textsAtRest(post, accounts)
  if (texts === null) return []
  const answer = await studio.request('posts.findRepeats', { workspaceId, postId: post.postId, at, texts: JSON.parse(texts) })
  return answer.ok ? [...new Set(answer.value.repeats.map(({ accountId }) => accountId))] : []
}

function textsOf({ content }: OpenPost, accounts: readonly Account[]): readonly { readonly accountId: string; readonly text: string }[] {
  const { moreParts: _more, ...first } = content
  return content.targets.map(({ accountId, variant }) => {
    const account = accounts.find(({ id }) => id === accountId)
    const [part] = account === undefined ? [] : partsFor(first, account, capabilitiesFor(account))
    return { accountId, text: textToCompare(documentToText(part?.document ?? variant ?? content.document), part ?? {}) }
  })
}
