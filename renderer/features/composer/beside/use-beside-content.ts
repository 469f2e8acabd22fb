import { useCallback, useEffect, useRef, useState } from 'react'
import type { RequestOutput } from '../../../../shared/contract/request-map.ts'
import type { Result } from '../../../../shared/contract/result.ts'
import type { Idea } from '../../../../shared/ideas/idea.ts'
import { studioError, type StudioError } from '../../../../shared/errors/studio-error.ts'
import { studio } from '../../../bridge/studio-client.ts'
import type { Beside } from './beside-store.ts'

export type BesideContent = { readonly kind: 'post'; readonly post: RequestOutput<'posts.read'>['post'] } | { readonly kind: 'idea'; readonly idea: Idea }
export type LoadedContent = { readonly kind: 'loading' } | { readonly kind: 'ready'; readonly value: BesideContent } | { readonly kind: 'failed'; readonly error: StudioError }

/** What stands at the side, as it is stored. Asked for again when it changes, and not when the text in hand is saved, which is told by the same event. */
export function useBesideContent(workspaceId: string, { kind, id }: Beside): readonly [LoadedContent, () => void] {
  const [held, setHeld] = useState<{ readonly id: string; readonly loaded: LoadedContent } | null>(null)
  const turn = useRef(0)

  const ask = useCallback(async () => {
    const mine = ++turn.current
    const answer = await readContent(workspaceId, { kind, id })
    if (mine === turn.current) setHeld({ id, loaded: answer.ok ? { kind: 'ready', value: answer.value } : { kind: 'failed', error: answer.error } })
  }, [workspaceId, kind, id])

  useEffect(() => {
    void ask()
    const ends = [
      studio.on('posts.changed', (event) => kind === 'post' && event.workspaceId === workspaceId && (event.ids.length === 0 || event.ids.includes(id)) && void ask()),
      studio.on('ideas.changed', (event) => kind === 'idea' && event.workspaceId === workspaceId && void ask())
    ]
    return () => {
      turn.current += 1
      for (const end of ends) end()
    }
  }, [ask, workspaceId, kind, id])

  return [held?.id === id ? held.loaded : { kind: 'loading' }, () => void ask()]
}

async function readContent(workspaceId: string, { kind, id }: Beside): Promise<Result<BesideContent>> {
  if (kind === 'post') {
    const read = await studio.request('posts.read', { workspaceId, postId: id })
    return read.ok ? { ok: true, value: { kind, post: read.value.post } } : read
  }
  const listed = await studio.request('ideas.list', { workspaceId })
  if (!listed.ok) return listed
  const idea = listed.value.ideas.find((candidate) => candidate.id === id)
  return idea === undefined ? { ok: false, error: studioError('not_found', 'the idea is gone') } : { ok: true, value: { kind, idea } }
}
