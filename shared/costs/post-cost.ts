import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { findXLinks } from '../text/x/find-x-links.ts'

/** In thousandths of a US dollar: networks have prices below a cent. */
export type Mills = number

export interface PostCost {
  readonly mills: Mills
  /** An address makes it dearer. */
  readonly hasLink: boolean
}

/** What a network asks for one post with this text; each part of a thread and each public reply is one. null: it asks for nothing. */
export function costOfText(text: string, { price }: Pick<NetworkCapabilities, 'price'>): PostCost | null {
  if (price === undefined) return null
  const hasLink = findXLinks(text).length > 0
  return { mills: hasLink ? price.withLink.value : price.plain.value, hasLink }
}

/** What a network asks for one private message; an address in it makes no difference. null: it asks for nothing. */
export function costOfMessage({ paidMessages }: Pick<NetworkCapabilities, 'paidMessages'>): PostCost | null {
  return paidMessages === undefined ? null : { mills: paidMessages.send.value, hasLink: false }
}

/** The month that a cost falls into, by the clocks of the client: `2026-11`. */
export function monthOf(localDateTime: string): string {
  return localDateTime.slice(0, 7)
}

/** What is left of the cap after what was spent and what may have been; null: there is no cap. */
export function leftOfCap(cap: Mills | null, spent: Mills, possible: Mills): Mills | null {
  return cap === null ? null : Math.max(0, cap - spent - possible)
}
