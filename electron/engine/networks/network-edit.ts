import { studioError } from '../../../shared/errors/studio-error.ts'
import type { PostFraming } from '../../../shared/posts/post-framing.ts'
import type { Draft } from './network-draft.ts'
import type { NetworkResult } from './network-failure.ts'
import { failed } from './network-results.ts'

type Words = Pick<Draft, 'title' | 'text' | 'document'>

/** Other words for what is out. All else stays: pictures, their descriptions, a poll and its votes, whom it is shown to. */
export interface EditTarget extends Words {
  readonly remoteId: string
  /** It went out with pictures or a film: the words are a caption. */
  readonly hasMedia: boolean
  /** What went out, or was written over it from here since, and how it was to stand there; null: no longer known. */
  readonly was: (Words & { readonly framing?: PostFraming | undefined }) | null
  /** What the person had before their eyes when they began. Left out: nothing was read then, where each reading costs. */
  readonly seen?: string
}

/** Of what is read, or made ready unseen, before anything is written: nothing may have arrived by what failed, and it may be done again. */
export function readBeforeWriting(read: Extract<NetworkResult<never>, { ok: false }>): NetworkResult<never> {
  const { kind, error } = read.failure
  return kind === 'unknown_outcome' || kind === 'bug' ? failed('server_error', error) : read
}

/** Nothing was written: it is not there any more. */
export const goneThere = studioError('rejected', 'it is no longer there', { details: { reason: 'gone' } })

/** Nothing was written: somebody gave the words a form there that words from here would lose. */
export const formattedThere = studioError('rejected', 'its words have a form there that was not sent from here', { details: { reason: 'formatted_there' } })
