import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'

/**
 * Why a version was kept. pause: writing went on after a rest · writing: it went on for long without one · cut: much of it was about to go ·
 * schedule, approval: this is what was scheduled, or what somebody was asked about or answered · restore: an earlier one took its place · edit: other words were written over these where they are out.
 */
export const versionReasons = ['pause', 'writing', 'cut', 'schedule', 'approval', 'restore', 'edit'] as const
export type VersionReason = (typeof versionReasons)[number]

/** What differs from the version before, in short; words of all texts together. */
export const versionChangeSchema = z.object({
  added: z.int().min(0),
  removed: z.int().min(0),
  others: z.array(z.enum(['line_breaks', 'formatting', 'own_texts', 'parts', 'accounts', 'images', 'own_images', 'descriptions', 'covers', 'captions', 'focus', 'people', 'poll', 'quote', 'formats', 'tags', 'categories', 'terms', 'framings']))
})
export type VersionChange = z.infer<typeof versionChangeSchema>

/** An earlier state of a post's content, as lists show it. */
export const postVersionSchema = z.object({
  id: idSchema,
  /** When this content was in hand: last saved, or scheduled, approved, replaced. */
  at: instantSchema,
  reason: z.enum(versionReasons),
  excerpt: z.string(),
  /** Null for the first one. */
  change: versionChangeSchema.nullable()
})
export type PostVersion = z.infer<typeof postVersionSchema>

/** How many versions of one post are kept, and for how long, in ms; the oldest go first. */
export const mostVersions = 50
export const versionsLast = 90 * 24 * 60 * 60_000

const [pause, longWriting] = [2 * 60_000, 10 * 60_000]
/** A text this long, in characters, of which less than half is left. */
const worthKeeping = 120

export interface VersionFacts {
  readonly now: number
  /** When what is stored was saved. */
  readonly savedAt: number
  /** When the newest version was kept, or the post made when there is none. */
  readonly keptAt: number
  readonly lengthBefore: number
  readonly lengthAfter: number
}

/** Whether what is stored becomes a version before a save takes its place, and why. */
export function reasonToKeep({ now, savedAt, keptAt, lengthBefore, lengthAfter }: VersionFacts): VersionReason | null {
  if (now - savedAt >= pause) return 'pause'
  if (lengthBefore >= worthKeeping && lengthAfter < lengthBefore / 2) return 'cut'
  // A clock that was set back says nothing of how long somebody has been writing; it would keep nothing until it has caught up.
  return now - keptAt >= longWriting || now < keptAt || now < savedAt ? 'writing' : null
}
