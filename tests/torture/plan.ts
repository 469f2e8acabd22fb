import { createSeededRandom } from '../integration/support/seeded-random.ts'
import { networkKinds, type NetworkKind } from './networks/torture-network.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

export type PlanStep =
  | { readonly kind: 'post'; readonly text: string; readonly workspace: number; /** Places in the workspace's list of accounts. */ readonly accounts: readonly number[]; readonly inMinutes: number | null }
  | { readonly kind: 'kill'; readonly afterRealMs: number }
  /** `pick` in [0, 1) chooses among the places that were reached least. */
  | { readonly kind: 'die'; readonly pick: number; readonly skip: number }
  | { readonly kind: 'set_clock'; readonly skew: number }
  | { readonly kind: 'sleep'; readonly ms: number; readonly isToldAfterwards: boolean }
  | { readonly kind: 'off'; readonly ms: number }
  | { readonly kind: 'work_offline'; readonly realMs: number }
  | { readonly kind: 'down'; readonly network: NetworkKind; readonly realMs: number }
  | { readonly kind: 'revoke'; readonly workspace: number; readonly account: number }
  | { readonly kind: 'power_cut'; readonly afterRealMs: number; readonly tail: number }

export interface PlanOptions {
  readonly posts: number
  readonly seed: number
  readonly workspaces: number
  readonly accountsPerWorkspace: number
  /** What happens to the world: none of it where the networks are real servers. */
  readonly isOurs: boolean
}

const words = ['marché', 'atelier', 'samedi', 'bonjour', 'nouveau', 'horaires', 'the', 'opening', 'soon', 'café', 'printemps', 'merci', 'équipe', 'avec', 'photo', '🌿', 'ça', 'demain']

type Chance = ReturnType<typeof createSeededRandom>

/** What is written and what goes wrong with the computer, in order. The same seed makes the same plan. */
export function makePlan(options: PlanOptions): readonly PlanStep[] {
  const chance = createSeededRandom(options.seed)
  const steps: PlanStep[] = []
  const share = options.posts > 2_000 ? 0.05 : 0.2
  let left = options.posts
  for (let number = 1; left > 0; number += 1) {
    const accounts = pickAccounts(chance, Math.min(left, options.accountsPerWorkspace, options.isOurs ? 4 : 1), options.accountsPerWorkspace)
    left -= accounts.length
    const text = `Post ${number} ${Array.from({ length: 3 + Math.floor(chance.fraction() * 12) }, () => pick(chance, words)).join(' ')}`
    const inMinutes = chance.fraction() < 0.6 ? null : 1 + Math.floor(chance.fraction() * 9)
    steps.push({ kind: 'post', text, workspace: Math.floor(chance.fraction() * options.workspaces), accounts, inMinutes })
    if (chance.fraction() < share) steps.push(disturbance(chance, options))
    // However few posts: the engine dies in each run.
    if (number === 10 || number % 100 === 0) steps.push({ kind: 'die', pick: chance.fraction(), skip: 0 })
  }
  return steps
}

function pickAccounts(chance: Chance, most: number, accounts: number): readonly number[] {
  const dice = chance.fraction()
  const count = Math.min(most, dice < 0.6 ? 1 : dice < 0.8 ? 2 : dice < 0.9 ? 3 : 4)
  const first = Math.floor(chance.fraction() * accounts)
  return Array.from({ length: count }, (_, index) => (first + index) % accounts)
}

function pick<Item>(chance: Chance, items: readonly Item[]): Item {
  return items[Math.floor(chance.fraction() * items.length)] as Item
}

function disturbance(chance: Chance, options: PlanOptions): PlanStep {
  const { fraction } = chance
  const dice = fraction()
  const afterRealMs = Math.floor(fraction() * 60)
  if (dice < 0.14) return { kind: 'kill', afterRealMs }
  if (dice < 0.5) return { kind: 'die', pick: fraction(), skip: Math.floor(fraction() * 3) }
  if (dice < 0.65 || !options.isOurs) return { kind: 'power_cut', afterRealMs, tail: fraction() }
  if (dice < 0.76) return { kind: 'set_clock', skew: pick(chance, [0, 0, (fraction() - 0.5) * 10 * second, (fraction() - 0.5) * 2 * hour, (fraction() - 0.5) * 12 * hour]) }
  if (dice < 0.84) return { kind: 'sleep', ms: Math.floor(pick(chance, [minute, 30 * minute, 8 * hour]) * (0.5 + fraction())), isToldAfterwards: fraction() < 0.7 }
  if (dice < 0.88) return { kind: 'off', ms: Math.floor(pick(chance, [minute, 2 * hour, 20 * hour]) * (0.5 + fraction())) }
  if (dice < 0.92) return { kind: 'work_offline', realMs: 100 + Math.floor(fraction() * 400) }
  if (dice < 0.96) return { kind: 'down', network: pick(chance, networkKinds), realMs: 200 + Math.floor(fraction() * 800) }
  return { kind: 'revoke', workspace: Math.floor(fraction() * options.workspaces), account: Math.floor(fraction() * options.accountsPerWorkspace) }
}
