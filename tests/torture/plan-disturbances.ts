import { pick, type Chance } from './chance.ts'
import { networkKinds, type NetworkKind } from './networks/torture-network.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** What happens to the computer, its network and its user meanwhile. */
export type Disturbance =
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
  /** Everything of one client stands still, or of all (null); perhaps over a death. */
  | { readonly kind: 'hold'; readonly workspace: number | null; readonly realMs: number; readonly isKilled: boolean }

export function disturbance(chance: Chance, options: { readonly workspaces: number; readonly kinds: readonly NetworkKind[]; readonly isOurs: boolean }): Disturbance {
  const { fraction } = chance
  const dice = fraction()
  const afterRealMs = Math.floor(fraction() * 60)
  if (dice < 0.14) return { kind: 'kill', afterRealMs }
  if (dice < 0.46) return { kind: 'die', pick: fraction(), skip: Math.floor(fraction() * 3) }
  if (dice < 0.5) return { kind: 'hold', workspace: fraction() < 0.3 ? null : Math.floor(fraction() * options.workspaces), realMs: 50 + Math.floor(fraction() * 400), isKilled: fraction() < 0.3 }
  if (dice < 0.65 || !options.isOurs) return { kind: 'power_cut', afterRealMs, tail: fraction() }
  if (dice < 0.76) return { kind: 'set_clock', skew: pick(chance, [0, 0, (fraction() - 0.5) * 10 * second, (fraction() - 0.5) * 2 * hour, (fraction() - 0.5) * 12 * hour]) }
  if (dice < 0.84) return { kind: 'sleep', ms: Math.floor(pick(chance, [minute, 30 * minute, 8 * hour]) * (0.5 + fraction())), isToldAfterwards: fraction() < 0.7 }
  if (dice < 0.88) return { kind: 'off', ms: Math.floor(pick(chance, [minute, 2 * hour, 20 * hour]) * (0.5 + fraction())) }
  if (dice < 0.92) return { kind: 'work_offline', realMs: 100 + Math.floor(fraction() * 400) }
  if (dice < 0.96) return { kind: 'down', network: pick(chance, networkKinds), realMs: 200 + Math.floor(fraction() * 800) }
  return { kind: 'revoke', workspace: Math.floor(fraction() * options.workspaces), account: Math.floor(fraction() * options.kinds.length) }
}
