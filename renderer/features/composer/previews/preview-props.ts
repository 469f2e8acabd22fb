import type { FilmCaptions } from '../../../../shared/captions/film-captions.ts'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { BesideWords } from '../../../../shared/posts/beside-words.ts'
import type { PostFraming } from '../../../../shared/posts/post-framing.ts'
import type { PersonTag } from '../../../../shared/posts/person-tag.ts'
import type { FocalPoint } from '../../../../shared/posts/post.ts'

export interface PreviewImage {
  readonly mediaId: string
  readonly address: string
  readonly altText: string
  readonly width: number
  readonly height: number
  /** Of a picture, where its network is told: what is seen of it where it is cut. */
  readonly focus?: FocalPoint | undefined
  /** Who is shown, where the network is told. */
  readonly people?: readonly PersonTag[]
  /** Set for a video; `address` is then that of its cover. `captions`: the subtitles that the network gets; left out: none. */
  readonly film?: { readonly address: string; readonly fileName: string; readonly durationMs: number; readonly hasCover: boolean; readonly captions?: readonly Pick<FilmCaptions, 'captionsId' | 'language'>[] }
}

/** What every network's preview is given: exactly what would be sent to this account, but for its words (outgoing-text.ts). */
export interface PreviewProps {
  readonly account: Account
  readonly title: string
  /** Apart from the words, as they are sent; none where the network has no such tags. */
  readonly tags: readonly string[]
  /** What else goes out beside the words. */
  readonly beside?: BesideWords | undefined
  readonly images: readonly PreviewImage[]
  /** How it stands there; left out: as usual. */
  readonly framing?: PostFraming | undefined
  /** When it went out, in words; null: it has not. */
  readonly when: string | null
}
