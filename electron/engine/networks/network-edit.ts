import type { Draft } from './network-draft.ts'

/** Other words for what is out. All else stays: pictures, their descriptions, a poll and its votes, whom it is shown to. */
export interface EditTarget extends Pick<Draft, 'title' | 'text' | 'document'> {
  readonly remoteId: string
  /** It went out with pictures or a film: the words are a caption. */
  readonly hasMedia: boolean
}
