import type { PlannedAct } from './act.ts'
import { ambientSlotMs, planAmbient } from './plan-ambient.ts'
import { planAnswer } from './plan-answer.ts'
import { planReactions } from './plan-reactions.ts'
import type { News, Scene } from './scene.ts'

export interface SimulationInput {
  readonly scene: Scene
  /** Community time, ms. Acts due in (from, until] are carried out. */
  readonly from: number
  readonly until: number
  /** What was planned before and is not done yet. */
  readonly queue: readonly PlannedAct[]
  /** What the own account has done since. */
  readonly news: readonly News[]
  /** Newest posts of the own account; people still like them. */
  readonly recentPosts: readonly string[]
  /** Tests that want no surprises leave out what happens by itself. */
  readonly hasAmbientLife: boolean
}

/**
 * Decides who does what when, up to `until`. Pure: the same input (and the same phrases used before) gives the same acts. Acts come in the
 * order of their time; what they lead to in turn is known only when they have been carried out (`Consequence`).
 */
export function simulate(input: SimulationInput): { readonly acts: readonly PlannedAct[]; readonly queue: readonly PlannedAct[] } {
  const planned = [...input.queue, ...input.news.flatMap((news) => react(news, input.scene)), ...ambient(input)]
  const acts = planned.filter((entry) => entry.due <= input.until).toSorted((a, b) => a.due - b.due)
  return { acts, queue: planned.filter((entry) => entry.due > input.until).toSorted((a, b) => a.due - b.due) }
}

function react(news: News, scene: Scene): readonly PlannedAct[] {
  return news.kind === 'post' ? planReactions(news, scene) : planAnswer(news, scene)
}

/** Slots that begin in the span. */
function ambient({ scene, from, until, recentPosts, hasAmbientLife }: SimulationInput): readonly PlannedAct[] {
  if (!hasAmbientLife) return []
  const acts: PlannedAct[] = []
  for (let slot = Math.floor(from / ambientSlotMs) + 1; slot * ambientSlotMs <= until; slot += 1) acts.push(...planAmbient(slot, recentPosts, scene))
  return acts
}
