import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { Idea, IdeaWords } from '../../../shared/ideas/idea.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { showFailure } from '../../components/show-failure.ts'
import { cardsOf, moved, withMoves, type BoardMove, type BoardPlace } from './place-on-board.ts'

export interface Board {
  readonly loaded: 'loading' | 'ready' | StudioError
  readonly retry: () => void
  readonly ideas: readonly Idea[]
  /** What was being written on cards and is not saved. */
  readonly words: readonly IdeaWords[]
  /** What was just moved, for those who do not see it. */
  readonly said: string
  readonly move: (idea: Idea, place: BoardPlace) => void
}

/** The cards as they stand; one that is moved stands there at once, and stays while lists arrive that do not know it yet. */
export function useBoard(workspaceId: string): Board {
  const { t } = useTranslation('ideas')
  const [answer, retry] = useRequest('ideas.list', { workspaceId }, ['ideas.changed', 'posts.changed'])
  const latest = useRef<unknown>(answer)
  useEffect(() => {
    latest.current = answer
  })
  const [moves, setMoves] = useState<readonly BoardMove[]>([])
  const [said, setSaid] = useState('')
  const ideas = withMoves(answer.kind === 'ready' ? answer.value.ideas : [], moves, answer)

  async function move(idea: Idea, place: BoardPlace): Promise<void> {
    const next = moved(ideas, idea.id, place)
    if (next === ideas) return
    const id = newId()
    setMoves((before) => [...before.filter(({ doneIn }) => doneIn === null || doneIn === answer), { id, ideaId: idea.id, place, doneIn: null }])
    setSaid(t('moved', { title: idea.title, stage: t(`stage.${place.stage}`), place: cardsOf(next, place.stage).findIndex((card) => card.id === idea.id) + 1 }))
    const done = await studio.request('ideas.move', { workspaceId, ideaId: idea.id, ...place })
    setMoves((before) => (done.ok ? before.map((each) => (each.id === id ? { ...each, doneIn: latest.current } : each)) : before.filter((each) => each.id !== id)))
    if (!done.ok) showFailure(done.error, workspaceId)
  }

  return { loaded: answer.kind === 'failed' ? answer.error : answer.kind, retry, ideas, words: answer.kind === 'ready' ? answer.value.words : [], said, move: (idea, place) => void move(idea, place) }
}
