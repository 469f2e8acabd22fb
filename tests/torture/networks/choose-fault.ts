import { createHash } from 'node:crypto'
import { oddities, refusals, refusalsOf, riddlesDone, riddlesUndone, type Fault } from './faults.ts'
import type { NetworkKind, RequestMeaning } from './torture-network.ts'

/** A number in [0, 1) that follows from the words alone. */
export function fractionOf(...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join('\n')).digest().readUInt32BE() / 4_294_967_296
}

export interface NamedFault {
  readonly name: string
  readonly fault: Fault
}

const named = (...groups: readonly Readonly<Record<string, Fault>>[]): readonly NamedFault[] =>
  groups.flatMap((group) => Object.entries(group).map(([name, fault]) => ({ name, fault })))

const without = (list: readonly NamedFault[], ...names: readonly string[]): readonly NamedFault[] => list.filter(({ name }) => !names.includes(name))

const plainCreates = named(refusals, riddlesUndone, riddlesDone, oddities)
const only = (list: readonly NamedFault[], ...names: readonly string[]): readonly NamedFault[] => list.filter(({ name }) => names.includes(name))
/** What a key alone protects from comes more often, so that a few hundred posts are enough to miss it. */
const keyTrials = only(plainCreates, 'delivered twice', 'done late, cut before', 'done late, no answer')
const forCreates = [...plainCreates, ...keyTrials, ...keyTrials]
/** A network without any key has no way to know that it was delivered twice; that it does so is not for the client to mend. */
const forCreatesWithoutKey = without(plainCreates, 'delivered twice')
/** What comes late may come after what was asked for next, and undo it: no client can mend that. A report has no key either. */
const forActs = without(forCreatesWithoutKey, 'done late, cut before', 'done late, no answer')
const forReads = without(named(refusals, riddlesUndone, riddlesDone), 'done late, cut before', 'done late, no answer')

/** How often the first, second… request of a kind goes wrong: less and less, so that everything comes to an end. */
const shares: Readonly<Record<RequestMeaning['step'], readonly number[]>> = {
  create: [0.4, 0.35, 0.25, 0.1],
  hand_over: [0.4, 0.35, 0.25, 0.1],
  recall: [0.3, 0.3, 0.2, 0.1],
  remove: [0.4, 0.35, 0.25, 0.1],
  act: [0.4, 0.3, 0.2, 0.1],
  look: [0.2, 0.2, 0.15, 0.1],
  prepare: [0.15, 0.1, 0.05, 0.02],
  session: [0.04, 0.03, 0.02, 0.02]
}

/** What goes wrong with the nth request of this meaning: follows from the seed alone, in whatever order requests come. null: nothing. */
export function chooseFault(seed: number, kind: NetworkKind, { step, subject }: RequestMeaning, nth: number): NamedFault | null {
  const share = shares[step][Math.min(nth, shares[step].length - 1)] ?? 0
  if (fractionOf(seed, kind, step, subject, nth, 'whether') >= share) return null
  const list = [...listFor(kind, step), ...named(refusalsOf[kind] ?? {})]
  const chosen = list[Math.floor(fractionOf(seed, kind, step, subject, nth, 'which') * list.length)] ?? null
  // Each death costs a start: one in eight is enough.
  const isDeath = chosen?.name.startsWith('killed') === true
  return isDeath && fractionOf(seed, kind, step, subject, nth, 'death') < 0.875 ? null : chosen
}

function listFor(kind: NetworkKind, step: RequestMeaning['step']): readonly NamedFault[] {
  if (step === 'act') return forActs
  // To delete twice, or late, is to delete once.
  if (step === 'remove') return plainCreates
  if (step !== 'create' && step !== 'hand_over') return forReads
  // A feed that refuses the same words, and an upload that was ended already, take nothing twice.
  return kind === 'look_up' || kind === 'none' ? forCreatesWithoutKey : forCreates
}
