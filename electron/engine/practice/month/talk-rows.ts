import type { PhraseKind } from '../community/phrase-kind.ts'
import type { Line, Talk, TalkState } from './month-data.ts'

/** Short forms, so that the conversations of the month read like conversations. */
export function said(by: string, after: number, purpose: PhraseKind, text: string): Line {
  return { by, after, purpose, text }
}

export function us(after: number, text: string): Line {
  return { by: 'us', after, purpose: 'answer', text }
}

export function under(post: string, state: TalkState, ...lines: readonly Line[]): Talk {
  return { kind: 'comment', post, state, liked: false, lines }
}

/** Liked by the business as well. */
export function likedUnder(post: string, state: TalkState, ...lines: readonly Line[]): Talk {
  return { kind: 'comment', post, state, liked: true, lines }
}

export function mentioned(ago: number, state: TalkState, ...lines: readonly Line[]): Talk {
  return { kind: 'mention', ago, state, liked: state === 'done', lines }
}

export function written(ago: number, state: TalkState, ...lines: readonly Line[]): Talk {
  return { kind: 'message', ago, state, liked: false, lines }
}
