import type { Account } from '../../../shared/accounts/account.ts'
import type { FoundPerson } from '../../../shared/people/person.ts'
import type { CategoriesThere } from '../../../shared/posts/categories.ts'
import type { TermsOffer } from '../../../shared/posts/post-terms.ts'
import type { PostThere } from '../../../shared/reality/post-there.ts'
import type { Draft } from './network-draft.ts'
import type { IncomingItem } from './network-incoming.ts'
import type { Place } from '../../../shared/posts/place.ts'
import type { AccountSession } from './network-session.ts'
import type { NetworkResult } from './network-failure.ts'

/** What went out from here, as far as it matters to whoever reads it back. */
export type SentWords = Pick<Draft, 'title' | 'beside' | 'text' | 'document'> & { readonly media: readonly { readonly isVideo: boolean }[] }

/** What stands on the network now of something that went out from here. `gone`: it is no longer there. Changes nothing. */
export type ReadBack = (session: AccountSession, remoteId: string, sent: SentWords) => Promise<NetworkResult<PostThere | 'gone'>>

/** One review as it stands now, with what the owner answers. `gone`: the network certainly has it no more. Changes nothing. */
export type ReadReview = (session: AccountSession, remoteId: string) => Promise<NetworkResult<IncomingItem | 'gone'>>

/** Whom the network has by that name, or its beginning, as far as it tells. Changes nothing. */
export type FindPeople = (session: AccountSession, name: string) => Promise<NetworkResult<readonly FoundPerson[]>>

/** Which places the network has by that name, as far as it tells. Changes nothing. */
export type FindPlaces = (session: AccountSession, name: string) => Promise<NetworkResult<readonly Place[]>>

/** What the account's server takes, as it is now. Changes nothing. A server that does not tell is a failure: nothing is concluded from it. */
export type ReadLimits = (session: AccountSession) => Promise<NetworkResult<Account['serverLimits']>>

/** What the account may choose from for a post that goes out at once, as it is now. Changes nothing. */
export type ReadTerms = (session: AccountSession) => Promise<NetworkResult<TermsOffer>>

/** All that the account's site files posts under. Changes nothing, and makes none. */
export type ReadCategories = (session: AccountSession) => Promise<NetworkResult<CategoriesThere>>
