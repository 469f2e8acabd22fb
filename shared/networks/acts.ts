import { z } from 'zod'

/**
 * What can be done about something on a network beside answering and liking. `hide`: others no longer see it under our post. `detach`: our post is no longer shown in it, which quotes it. `lock`: nobody answers there
 * any more. `mute`, `block`: its author. `ban`: its author, out of the place where it stands, by whoever moderates that; where a network's block is that itself (`bansAuthors`), it has no other. `delete`: our own. Each but `report` leaves the same when it is done twice.
 */
export const acts = ['repost', 'unrepost', 'delete', 'hide', 'unhide', 'detach', 'undetach', 'lock', 'unlock', 'mute', 'unmute', 'block', 'unblock', 'ban', 'unban', 'report'] as const
export const actSchema = z.enum(acts)
export type Act = z.infer<typeof actSchema>

/** How long somebody is kept from writing, or out, in minutes; null: until it is ended. */
export const silenceMinutesSchema = z.int().positive().nullable()

/** What stays in force until it is undone, and what undoes it: of a post of somebody else's, or of its author. A hidden answer tells it by itself. */
export const standingActs = ['repost', 'mute', 'block', 'ban'] as const
export type StandingAct = (typeof standingActs)[number]

/** About who wrote something, and not about what they wrote. */
export const authorActs = ['mute', 'unmute', 'block', 'unblock', 'ban', 'unban'] as const satisfies readonly Act[]

export function isAboutAuthor(act: Act): boolean {
  return authorActs.some((each) => each === act)
}

export function isBlock(act: Act): boolean {
  return act === 'block' || act === 'unblock'
}

/** What a message carries a mark of. */
export const markedActs = [...standingActs, 'report'] as const
export type MarkedAct = (typeof markedActs)[number]

export const undoneBy = { repost: 'unrepost', mute: 'unmute', block: 'unblock', ban: 'unban' } as const satisfies Readonly<Record<StandingAct, Act>>

/**
 * Whether a network offers an act, and why not. none_there: it knows no such thing · not_by_interface: it does, but not for other programs ·
 * not_yet: Vigie does not do it there yet.
 */
export type ActOffer = 'yes' | 'none_there' | 'not_by_interface' | 'not_yet'

/** Two jobs with the same matter say what is wanted of one thing; the later word counts. null: it stands for itself. */
const matters: Readonly<Record<Act, string | null>> = {
  repost: 'repost', unrepost: 'repost', hide: 'hide', unhide: 'hide', detach: 'detach', undetach: 'detach', lock: 'lock', unlock: 'lock', mute: 'mute', unmute: 'mute', block: 'block', unblock: 'block', ban: 'ban', unban: 'ban', delete: 'delete', report: null
}

export function matterOfAct(act: Act): string | null {
  return matters[act]
}
