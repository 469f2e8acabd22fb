import type { Act } from '../../shared/networks/acts.ts'
import { pick, type Chance } from './chance.ts'
import { hasPeople, hasThreads, type NetworkKind, type Standing } from './networks/torture-network.ts'

export interface ActStep {
  readonly kind: 'act'
  readonly act: Act | 'like' | 'unlike'
  readonly what: Standing['what']
  readonly isOn: boolean
  readonly workspace: number
  readonly account: number
  readonly comment: number
  readonly isUndone: boolean
}

const pairs: Readonly<Record<Standing['what'], readonly [ActStep['act'], ActStep['act']]>> = {
  like: ['like', 'unlike'],
  repost: ['repost', 'unrepost'],
  mute: ['mute', 'unmute'],
  block: ['block', 'unblock'],
  hide: ['hide', 'unhide'],
  report: ['report', 'report']
}
const social: readonly Standing['what'][] = ['like', 'like', 'repost', 'repost', 'mute', 'block', 'report']

interface Place {
  readonly workspace: number
  readonly kinds: readonly NetworkKind[]
  readonly comments: number
}

export interface ActState {
  readonly inForce: Set<string>
  /** Nobody is sure whether the undo came in time: nothing more is done there. */
  readonly closed: Set<string>
}

export function newActState(): ActState {
  return { inForce: new Set(), closed: new Set() }
}

export function accountsWithPeople(kinds: readonly NetworkKind[]): readonly number[] {
  return kinds.flatMap((kind, index) => (hasPeople(kind) ? [index] : []))
}

/** Answering something that is hidden shows it again: some are only hidden, the others only answered. */
function hideable(drawn: number, comments: number): number {
  return Math.max(answerable(comments), drawn)
}

/** So many of the comments under a blog's posts are answered, and not hidden. */
export function answerable(comments: number): number {
  return Math.ceil(comments / 2)
}

/** Whatever is in force already is taken back as often as not; so that one word overtakes another. */
export function actOf(chance: Chance, state: ActState, { workspace, kinds, comments }: Place): ActStep {
  for (;;) {
    const account = pick(chance, accountsWithPeople(kinds))
    const what = hasThreads(kinds[account]) ? pick(chance, social) : 'hide'
    const drawn = Math.floor(chance.fraction() * comments)
    const comment = what === 'hide' ? hideable(drawn, comments) : drawn
    const key = `${workspace} ${account} ${what} ${comment}`
    if (state.closed.has(key)) continue
    const isOn = what === 'report' || !state.inForce.has(key)
    const isUndone = chance.fraction() < 0.1
    if (isUndone || what === 'report') state.closed.add(key)
    if (isOn) state.inForce.add(key)
    else state.inForce.delete(key)
    return { kind: 'act', act: pairs[what][isOn ? 0 : 1], what, isOn, workspace, account, comment, isUndone }
  }
}
