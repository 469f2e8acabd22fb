import type { ClientColour } from '../../../../shared/workspaces/workspace.ts'
import type { PhraseKind, Vocabulary } from '../community/phrase-kind.ts'
import type { SceneName } from '../images/paint-picture.ts'
import type { Language } from '../language.ts'

/** What a post is there for; a good month mixes them. */
export const pillars = ['backstage', 'coffee', 'books', 'events', 'community', 'practical', 'contest'] as const
export type Pillar = (typeof pillars)[number]

/** Week 0 is the one with today in it; days run from 1 (Monday) to 7. The shop is closed on Mondays and posts nothing then. */
export interface WeekTime {
  readonly week: number
  readonly day: 2 | 3 | 4 | 5 | 6 | 7
  /** Wall clock, `HH:mm`. */
  readonly time: string
}

export interface MonthPost extends WeekTime {
  readonly key: string
  readonly pillar: Pillar
  readonly text: string
  readonly picture?: MonthPicture
  readonly likes: number
  readonly boosts: number
}

export interface MonthPicture {
  readonly scene: SceneName
  readonly alt: string
}

/** A post without a time, last changed so many days ago. */
export interface MonthDraft {
  readonly key: string
  readonly daysAgo: number
  readonly text: string
  readonly picture?: MonthPicture
}

/** One thing said. `by` is a member's handle, or `us`. */
export interface Line {
  readonly by: string
  /** Minutes after the post, or after the line before. */
  readonly after: number
  readonly text: string
  readonly purpose: PhraseKind
}

/**
 * How far the community manager has come with it: `unread`: not seen · `waiting`: seen, not answered · `answered`: answered and still open ·
 * `snoozed`: put off until tomorrow · `done`.
 */
export type TalkState = 'unread' | 'waiting' | 'answered' | 'snoozed' | 'done'

export type Talk =
  | { readonly kind: 'comment'; readonly post: string; readonly state: TalkState; readonly liked: boolean; readonly lines: readonly Line[] }
  | { readonly kind: 'mention' | 'message'; /** Hours before now. */ readonly ago: number; readonly state: TalkState; readonly liked: boolean; readonly lines: readonly Line[] }

export interface MonthFeed {
  readonly slug: string
  readonly format: 'rss' | 'atom'
  readonly title: string
  readonly description: string
  readonly folder: string
  readonly author: string
  /** Hours before now (negative: still to come out), title, summary. */
  readonly items: readonly (readonly [number, string, string])[]
}

export interface Business {
  readonly language: Language
  readonly name: string
  readonly handle: string
  readonly note: string
  readonly colour: ClientColour
  readonly followers: number
  readonly vocabulary: Readonly<Record<Language, Vocabulary>>
  readonly posts: readonly MonthPost[]
  readonly drafts: readonly MonthDraft[]
  readonly talks: readonly Talk[]
  readonly feeds: readonly MonthFeed[]
  readonly rules: readonly { readonly name: string; readonly query: string }[]
}
