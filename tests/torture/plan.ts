import { createSeededRandom } from '../integration/support/seeded-random.ts'
import { pick, type Chance } from './chance.ts'
import { hasThreads, minutesAhead, type NetworkKind } from './networks/torture-network.ts'
import { accountsWithPeople, actOf, answerable, newActState, type ActStep } from './plan-acts.ts'
import { disturbance, type Disturbance } from './plan-disturbances.ts'
import { withOlderCopies, type CopyStep, type PutBackStep } from './plan-older-copies.ts'
import { withClientRemoval, type RemoveClientStep } from './plan-client-removal.ts'
import { withRemovals, type RemoveStep } from './plan-removals.ts'

/** Something that is written: one part, or a thread. */
export interface PostStep {
  readonly kind: 'post'
  /** Twins have the same number, and say the same on the same accounts. */
  readonly number: number
  /** Tells it from its twin. */
  readonly id: number
  /** What each part says behind its mark. */
  readonly words: readonly string[]
  readonly workspace: number
  /** Places in the workspace's list of accounts. */
  readonly accounts: readonly number[]
  readonly inMinutes: number | null
  readonly isRepeat: boolean
  /** Given to those of its networks that publish by themselves. */
  readonly isHandedOver: boolean
}

/** What a person thinks of afterwards. `undo` comes at once; the others race with the send. */
export interface ChangeStep {
  readonly kind: 'change'
  readonly post: number
  readonly change: 'undo' | 'cancel' | 'edit' | 'move'
  readonly inMinutes: number
}

export interface ReplyStep {
  readonly kind: 'reply'
  /** Twins say the same to two people. */
  readonly number: number
  readonly words: string
  readonly workspace: number
  readonly account: number
  readonly comment: number
  readonly isUndone: boolean
}

/** Posts that repeat each day, at about the same hour in all series. */
export interface SeriesStep {
  readonly kind: 'series'
  readonly number: number
  readonly words: string
  readonly workspace: number
  readonly accounts: readonly number[]
  readonly days: number
  readonly minute: number
  /** The day that is left out, counted from 0; null: none. */
  readonly skipped: number | null
}

export type PlanStep = PostStep | ChangeStep | ReplyStep | ActStep | SeriesStep | RemoveStep | CopyStep | PutBackStep | RemoveClientStep | Disturbance

export interface PlanOptions {
  readonly posts: number
  readonly seed: number
  readonly workspaces: number
  /** Of the accounts of each workspace, in order. */
  readonly kinds: readonly NetworkKind[]
  /** So many people said something to each account; 0 where nobody can. */
  readonly comments: number
  /** What happens to the world: none of it where the networks are real servers. */
  readonly isOurs: boolean
}

const words = ['marché', 'atelier', 'samedi', 'bonjour', 'nouveau', 'horaires', 'the', 'opening', 'soon', 'café', 'printemps', 'merci', 'équipe', 'avec', 'photo', '🌿', 'ça', 'demain']

interface Drawing extends PlanOptions {
  readonly chance: Chance
  readonly steps: PlanStep[]
  /** Changes that come after so many more steps. */
  readonly later: { readonly at: number; readonly step: ChangeStep }[]
  readonly acts: ReturnType<typeof newActState>
}

/** What is written and what goes wrong with the computer, in order. The same seed makes the same plan. `posts` jobs in all: each account, part, reply, act and day is one. */
export function makePlan(options: PlanOptions): readonly PlanStep[] {
  const drawing: Drawing = { ...options, chance: createSeededRandom(options.seed), steps: [], later: [], acts: newActState() }
  const { chance, steps } = drawing
  const share = options.posts > 2_000 ? 0.05 : 0.2
  let left = options.posts
  for (let number = 1; left > 0; number += 1) {
    left -= drawOne(drawing, number, left)
    if (chance.fraction() < share) steps.push(disturbance(chance, options))
    // However few posts: the engine dies in each run, its power is cut, and it is put on hold.
    if (number === 10 || number % 100 === 0) steps.push({ kind: 'die', pick: chance.fraction(), skip: 0 })
    if (number === 15) steps.push({ kind: 'power_cut', afterRealMs: Math.floor(chance.fraction() * 60), tail: chance.fraction() })
    if (number === 20 || number % 200 === 0) steps.push({ kind: 'hold', workspace: number % 3 === 0 ? null : 0, realMs: 250, isKilled: number % 2 === 0 })
    takeLater(drawing, steps.length)
  }
  takeLater(drawing, Number.POSITIVE_INFINITY)
  if (!options.isOurs) return steps
  const { seed, workspaces } = options
  const withCopies = withOlderCopies(withRemovals(steps, createSeededRandom(seed + 1_000_003)), createSeededRandom(seed + 2_000_003), workspaces)
  return withClientRemoval(withCopies, createSeededRandom(seed + 3_000_017), workspaces)
}

/** How many jobs it makes. */
function drawOne(drawing: Drawing, number: number, left: number): number {
  const { chance, kinds, comments, isOurs, steps } = drawing
  const dice = chance.fraction()
  const workspace = Math.floor(chance.fraction() * drawing.workspaces)
  if (dice < 0.12 && comments > 0) return drawReplies(drawing, number, workspace, left)
  if (dice < 0.25 && comments > 0) {
    steps.push(actOf(chance, drawing.acts, { workspace, kinds, comments }))
    return 1
  }
  // Early enough that its days come; one at least in every run.
  if ((dice > 0.985 || number === 3) && isOurs) {
    const days = Math.min(drawing.posts > 2_000 ? 5 : 3, left)
    const accounts = pickAccounts(chance, Math.min(2, Math.floor(left / days)), kinds.length)
    const skipped = chance.fraction() < 0.3 && days > 1 ? 1 : null
    steps.push({ kind: 'series', number, words: sentence(chance), workspace, accounts, days, minute: Math.floor(chance.fraction() * 2), skipped })
    return days * accounts.length
  }
  return drawPost(drawing, number, workspace, left)
}

function drawReplies({ chance, kinds, comments, steps }: Drawing, number: number, workspace: number, left: number): number {
  const account = pick(chance, accountsWithPeople(kinds))
  const people = hasThreads(kinds[account]) ? comments : answerable(comments)
  const first = Math.floor(chance.fraction() * people)
  const reply = { kind: 'reply' as const, number, words: sentence(chance), workspace, account, comment: first, isUndone: chance.fraction() < 0.1 }
  const hasTwin = chance.fraction() < 0.3 && people > 1 && left > 1
  steps.push(reply, ...(hasTwin ? [{ ...reply, comment: (first + 1) % people, isUndone: false }] : []))
  return hasTwin ? 2 : 1
}

function drawPost(drawing: Drawing, number: number, workspace: number, left: number): number {
  const { chance, kinds, steps } = drawing
  const accounts = pickAccounts(chance, Math.min(left, kinds.length, drawing.isOurs ? 4 : 1), kinds.length)
  const wanted = chance.fraction() < 0.2 ? 2 + Math.floor(chance.fraction() * 3) : 1
  const jobsOf = (parts: number): number => accounts.reduce((sum, account) => sum + (hasThreads(kinds[account]) ? parts : 1), 0)
  const parts = jobsOf(wanted) <= left ? wanted : 1
  const isHandedOver = parts === 1 && drawing.isOurs && chance.fraction() < 0.25
  const inMinutes = isHandedOver ? pickMinutesThere(chance, accounts.map((account) => kinds[account])) : pickMinutes(chance)
  const post: PostStep = { kind: 'post', number, id: number, words: Array.from({ length: parts }, () => sentence(chance)), workspace, accounts, inMinutes, isRepeat: false, isHandedOver }
  const jobs = jobsOf(parts)
  steps.push(post)
  drawChange(drawing, post)
  if (parts > 1 || chance.fraction() >= 0.12 || left < jobs * 2) return jobs
  steps.push({ ...post, id: number + 0.5, isRepeat: true, isHandedOver: isHandedOver && chance.fraction() < 0.5, inMinutes: inMinutes === null ? null : inMinutes + 1 })
  return jobs * 2
}

/** Up to two minutes of the engine's time later: before it leaves, in the middle, or after it. */
function drawChange({ chance, steps, later }: Drawing, { id, inMinutes, isHandedOver }: PostStep): void {
  const dice = chance.fraction()
  const change = { kind: 'change' as const, post: id, inMinutes: 1 + Math.floor(chance.fraction() * 5) }
  if (dice < 0.04 && inMinutes === null) steps.push({ ...change, change: 'undo' })
  else if (dice < (isHandedOver ? 0.4 : 0.2)) later.push({ at: steps.length + Math.floor(chance.fraction() ** 2 * 60), step: { ...change, change: pickChange(dice, isHandedOver) } })
}

/** A network takes nothing that is too near; and nobody here waits for longer. */
function pickMinutesThere({ fraction }: Chance, kinds: readonly (NetworkKind | undefined)[]): number {
  return Math.max(...kinds.map(minutesAhead)) + Math.floor(fraction() * 3)
}

/** null: now. */
function pickMinutes({ fraction }: Chance): number | null {
  return fraction() < 0.6 ? null : 1 + Math.floor(fraction() * 9)
}

function pickChange(dice: number, isHandedOver: boolean): ChangeStep['change'] {
  if (isHandedOver) return dice < 0.14 ? 'cancel' : dice < 0.27 ? 'edit' : 'move'
  return dice < 0.09 ? 'cancel' : dice < 0.15 ? 'edit' : 'move'
}

function takeLater({ later, steps }: Drawing, at: number): void {
  for (const due of later.filter((each) => each.at <= at)) {
    later.splice(later.indexOf(due), 1)
    steps.push(due.step)
  }
}

function pickAccounts(chance: Chance, most: number, accounts: number): readonly number[] {
  const dice = chance.fraction()
  const count = Math.min(most, dice < 0.6 ? 1 : dice < 0.8 ? 2 : dice < 0.9 ? 3 : 4)
  const first = Math.floor(chance.fraction() * accounts)
  return Array.from({ length: count }, (_, index) => (first + index) % accounts)
}

function sentence(chance: Chance): string {
  return Array.from({ length: 3 + Math.floor(chance.fraction() * 12) }, () => pick(chance, words)).join(' ')
}
