import { ideaStages, isOnBoard, type Idea, type IdeaStage } from '../../../shared/ideas/idea.ts'

/** Where a card goes: into this column, before that card; null: at its end. */
export interface BoardPlace {
  readonly stage: IdeaStage
  readonly before: string | null
}

/** The cards of one column, from top to bottom. */
export function cardsOf(ideas: readonly Idea[], stage: IdeaStage): readonly Idea[] {
  return ideas.filter((idea) => idea.stage === stage && isOnBoard(idea))
}

/** Where an arrow moves a card; null where there is nowhere to go. */
export function placeByArrow(ideas: readonly Idea[], { id, stage }: Pick<Idea, 'id' | 'stage'>, key: string): BoardPlace | null {
  const cards = cardsOf(ideas, stage)
  const place = cards.findIndex((card) => card.id === id)
  switch (key) {
    case 'ArrowUp':
      return place <= 0 ? null : { stage, before: cards[place - 1]?.id ?? null }
    case 'ArrowDown':
      return place === cards.length - 1 ? null : { stage, before: cards[place + 2]?.id ?? null }
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = ideaStages[ideaStages.indexOf(stage) + (key === 'ArrowLeft' ? -1 : 1)]
      return next === undefined ? null : { stage: next, before: cardsOf(ideas, next)[place]?.id ?? null }
    }
    default:
      return null
  }
}

/** The board once the card stands there: shown at once, before the engine has answered. */
export function moved(ideas: readonly Idea[], ideaId: string, { stage, before }: BoardPlace): readonly Idea[] {
  const card = ideas.find(({ id }) => id === ideaId)
  if (card === undefined || before === ideaId) return ideas
  const others = ideas.filter(({ id }) => id !== ideaId)
  const place = others.findIndex(({ id }) => id === before)
  const at = place === -1 ? others.length : place
  return [...others.slice(0, at), { ...card, stage }, ...others.slice(at)]
}

/** A move that is shown before a list of the engine says it. */
export interface BoardMove {
  readonly id: string
  readonly ideaId: string
  readonly place: BoardPlace
  /** The list that was in sight when the engine had done it, which may still be without it; null: not done yet. */
  readonly doneIn: unknown
}

/** The cards of a list with what was moved since. A list that comes after the engine has done a move has it, and is not moved again. */
export function withMoves(ideas: readonly Idea[], moves: readonly BoardMove[], list: unknown): readonly Idea[] {
  return moves.filter(({ doneIn }) => doneIn === null || doneIn === list).reduce((board, { ideaId, place }) => moved(board, ideaId, place), ideas)
}
