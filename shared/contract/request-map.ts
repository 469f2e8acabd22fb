import type { z } from 'zod'
import { accountsContract } from './accounts.contract.ts'
import { handOverContract } from './hand-over.contract.ts'
import { figuresContract } from './figures.contract.ts'
import { begunContract } from './begun.contract.ts'
import { ideasContract } from './ideas.contract.ts'
import { inboxContract } from './inbox.contract.ts'
import { libraryContract } from './library.contract.ts'
import { linkCardsContract } from './link-cards.contract.ts'
import { mediaHostContract } from './media-host.contract.ts'
import { termsContract } from './terms.contract.ts'
import { categoriesContract } from './categories.contract.ts'
import { ownAppsContract } from './own-apps.contract.ts'
import { postsContract } from './posts.contract.ts'
import { pastPostsContract } from './past-posts.contract.ts'
import { peopleContract } from './people.contract.ts'
import { placesContract } from './places.contract.ts'
import { proxiesContract } from './proxies.contract.ts'
import { publishedContract } from './published.contract.ts'
import { realityContract } from './reality.contract.ts'
import { seriesContract } from './series.contract.ts'
import { approvalPackContract } from './approval-pack.contract.ts'
import { costsContract } from './costs.contract.ts'
import { safetyContract } from './safety.contract.ts'
import { serverLimitsContract } from './server-limits.contract.ts'
import { snippetsContract } from './snippets.contract.ts'
import { spellingContract } from './spelling.contract.ts'
import { studioContract } from './studio.contract.ts'
import { textHistoryContract } from './text-history.contract.ts'
import { templatesContract } from './templates.contract.ts'
import { brandContract } from './brand.contract.ts'
import { voiceContract } from './voice.contract.ts'
import { linkTagsContract } from './link-tags.contract.ts'
import { watchContract } from './watch.contract.ts'

/** The one list of everything the page may ask for. Preload, main, engine and tests derive from it. */
export const requestMap = { ...studioContract, ...proxiesContract, ...accountsContract, ...ownAppsContract, ...serverLimitsContract, ...mediaHostContract, ...termsContract, ...categoriesContract, ...postsContract, ...textHistoryContract, ...linkCardsContract, ...voiceContract, ...brandContract, ...spellingContract, ...linkTagsContract, ...snippetsContract, ...begunContract, ...templatesContract, ...ideasContract, ...pastPostsContract, ...figuresContract, ...realityContract, ...publishedContract, ...peopleContract, ...placesContract, ...libraryContract, ...approvalPackContract, ...safetyContract, ...costsContract, ...seriesContract, ...handOverContract, ...inboxContract, ...watchContract } as const

export type RequestMap = typeof requestMap
export type RequestName = keyof RequestMap
/** What a caller passes. */
export type RequestInput<Name extends RequestName> = z.input<RequestMap[Name]['input']>
/** What a handler gets after parsing. */
export type ParsedInput<Name extends RequestName> = z.output<RequestMap[Name]['input']>
export type RequestOutput<Name extends RequestName> = z.output<RequestMap[Name]['output']>

export type EngineRequestName = { [Name in RequestName]: RequestMap[Name]['handledBy'] extends 'engine' ? Name : never }[RequestName]
export type MainRequestName = Exclude<RequestName, EngineRequestName>

export function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requestMap, name)
}

export const requestNames: readonly RequestName[] = Object.keys(requestMap).filter(isRequestName)
