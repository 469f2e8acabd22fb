import type { BesideWords } from '../../../shared/posts/beside-words.ts'
import type { Poll } from '../../../shared/posts/poll.ts'
import type { PostFormat } from '../../../shared/posts/post-format.ts'
import type { PostFraming } from '../../../shared/posts/post-framing.ts'
import type { PostTerms } from '../../../shared/posts/post-terms.ts'
import type { Quote } from '../../../shared/posts/quote.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import type { MediaToSend } from './network-media.ts'

/** Exactly what goes out, fixed when the intent was recorded. */
export interface Draft {
  readonly title: string
  /** Apart from the words, as the network writes them; only where the capabilities have a rule for them. Left out: none. */
  readonly tags?: readonly string[]
  /** The same. */
  readonly beside?: BesideWords
  /** The plain text as previewed and counted. */
  readonly text: string
  readonly document: RichDocument
  readonly media: readonly MediaToSend[]
  /** The item that is answered; null for a post of its own. `inPrivate`: a comment, by a private message to whoever wrote it (`capabilities.privateReply`). `review`: a review, with the words that the person saw the owner answer there; null: none. */
  readonly replyTo: { readonly remoteId: string; readonly rootRemoteId: string; readonly authorHandle: string; readonly inPrivate?: true | undefined; readonly review?: { readonly replyWas: string | null } | undefined } | null
  /** Of the first link, where the sender builds the card (Bluesky): as the preview showed it. `picture` is a JPEG. Left out: none. */
  readonly card?: { readonly url: string; readonly title: string; readonly description: string; readonly picture: Uint8Array | null }
  /** Below the words; like the format, only where the capabilities have a rule for it. */
  readonly poll?: Poll
  readonly format?: PostFormat
  /** What a person chose for a network that asks (`capabilities.terms`): checked once more with what the network says right before. Left out: its other way. */
  readonly terms?: PostTerms
  /** How it stands there; only where the capabilities have a rule for it. Left out: as usual. */
  readonly framing?: PostFraming
  /** Stands in it; only where the account can quote it (`shared/posts/quote.ts`). Its words as they were read, for networks where they become part of ours. */
  readonly quote?: Pick<Quote, 'remoteId' | 'url'> & Partial<Pick<Quote, 'text'>>
  /** `message` stays private. */
  readonly audience: 'public' | 'message'
}
