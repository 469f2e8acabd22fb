import { useMemo, useState } from 'react'
import { documentOfPart } from '../../../shared/posts/post-parts.ts'
import { isCommentLeftOut } from '../../../shared/posts/own-comment.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { findTextHints, findWordHints, type Hint } from '../../../shared/voice/find-hints.ts'
import { isIgnored } from '../../../shared/voice/hint-answers.ts'
import { defaultVoice, type Voice } from '../../../shared/voice/voice.ts'
import { useRequest } from '../../bridge/use-request.ts'

/** The client's voice; until it is known, that of a new client. */
export function useVoice(workspaceId: string): Voice {
  const [voice] = useRequest('voice.read', { workspaceId }, ['voice.changed'])
  return voice.kind === 'ready' ? voice.value : defaultVoice
}

/** Hints that are ignored at one post, for as long as Vigie is open. */
const ignoredHere = new Map<string, ReadonlySet<string>>()

export interface PostHints {
  readonly hints: readonly Hint[]
  ignoreHere(key: string): void
}

/** All hints at a post, each once, however many of its texts they stand in. */
export function usePostHints(postId: string, content: PostContent, voice: Voice, language: 'en' | 'fr'): PostHints {
  const [here, setHere] = useState<ReadonlySet<string>>(() => ignoredHere.get(postId) ?? new Set())
  const hints = useMemo(() => {
    const all = textsOf(content).flatMap((text) => [...findWordHints(text, voice, language), ...findTextHints(text, voice)])
    return [...new Map(all.filter((hint) => !isIgnored(voice, hint, here)).map((hint) => [hint.key, hint])).values()]
  }, [content, voice, here, language])
  return {
    hints,
    ignoreHere(key) {
      const next = new Set([...here, key])
      ignoredHere.set(postId, next)
      setHere(next)
    }
  }
}

/** What each account says altogether; texts that several have in common once. */
function textsOf({ document, targets, moreParts = [] }: PostContent): readonly string[] {
  const accounts: readonly (string | null)[] = targets.length === 0 ? [null] : targets.map(({ accountId }) => accountId)
  const texts = accounts.map((accountId) => {
    const first = targets.find((target) => target.accountId === accountId)?.variant ?? document
    return [first, ...moreParts.filter((part) => accountId === null || !isCommentLeftOut(part, accountId)).map((part) => (accountId === null ? part.document : documentOfPart(part, accountId)))].map(documentToText).join('\n\n')
  })
  return [...new Set(texts)]
}
