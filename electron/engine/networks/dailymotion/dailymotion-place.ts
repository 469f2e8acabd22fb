import { dailymotionCategories, type DailymotionCategory } from '../../../../shared/networks/dailymotion-capabilities.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'

/** What the form says of an account: which channel of the key's, under what its videos are filed, and whom they are made for. */
export interface TypedPlace {
  /** Name or id, in lower case; null: the only one there is. */
  readonly channel: string | null
  readonly category: DailymotionCategory
  readonly isForKids: boolean
}

/** `dailymotion.com/atelier?category=news&kids=no`; null: the form left something out. */
export function readTypedPlace(typed: string): TypedPlace | null {
  const written = /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
  if (!URL.canParse(written)) return null
  const { pathname, searchParams } = new URL(written)
  const category = categoryOf(searchParams.get('category'))
  const kids = searchParams.get('kids')
  if (category === null || (kids !== 'yes' && kids !== 'no')) return null
  const name = decodeURIComponent(pathname).replaceAll(/^\/|\/$/g, '').replace(/^@/, '').toLowerCase()
  return { channel: name === '' ? null : name, category, isForKids: kids === 'yes' }
}

function categoryOf(written: string | null | undefined): DailymotionCategory | null {
  return dailymotionCategories.find((each) => each === written) ?? null
}

/** The remote id of an account names its channel and the category: the same channel may be connected once for each. */
export function placeOf({ account }: Pick<AccountSession, 'account'>): NetworkResult<{ readonly profileId: string; readonly category: DailymotionCategory }> {
  const [, profileId, written] = /^([a-z0-9]{2,40})\/([a-z]+)$/i.exec(account.remoteId) ?? []
  const category = categoryOf(written)
  return profileId === undefined || category === null ? failed('bug', studioError('bug', 'an account of Dailymotion without its channel')) : done({ profileId, category })
}
