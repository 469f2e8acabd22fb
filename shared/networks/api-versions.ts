import type { NetworkId } from './network-id.ts'

/** A version of a network's interface that Vigie speaks. */
export interface ApiVersion {
  /** The network's own name, never translated. */
  readonly network: string
  /** Those that are spoken to in it. */
  readonly networkIds: readonly NetworkId[]
  readonly name: string
  /** The last day (UTC) on which calls of this version are promised to be answered as they are now. */
  readonly servesUntil: string
  readonly source: string
  readonly readOn: string
}

/**
 * The one place for versions that end. A newer Vigie speaks a newer one: people are told sixty days before (`endingVersions`), since afterwards calls are refused
 * (LinkedIn) or silently answered in another way (Meta).
 */
export const apiVersions = {
  // Two years from the day the next one comes: v26.0 of 2026-07-29 is the newest.
  graph: { network: 'Meta', networkIds: ['facebook', 'instagram'], name: 'v26.0', servesUntil: '2028-07-29', source: 'https://developers.facebook.com/docs/graph-api/changelog/versions/', readOn: '2026-11-21' },
  // A year from its month on, then 426.
  linkedin: { network: 'LinkedIn', networkIds: ['linkedin', 'linkedin_page'], name: '202609', servesUntil: '2027-09-15', source: 'https://learn.microsoft.com/linkedin/marketing/versioning', readOn: '2026-11-21' }
} as const satisfies Readonly<Record<string, ApiVersion>>

const day = 86_400_000
const toldDaysBefore = 60

export interface EndingVersion extends ApiVersion {
  /** Whole days left; 0 on the last one and after it. */
  readonly days: number
}

/** Those of which people are to be told who have an account on one of these networks. `now` in ms since the epoch. */
export function endingVersions(now: number, networkIds: readonly NetworkId[]): readonly EndingVersion[] {
  return Object.values<ApiVersion>(apiVersions).flatMap((version) => {
    if (!version.networkIds.some((id) => networkIds.includes(id))) return []
    const days = Math.max(0, Math.ceil((Date.parse(`${version.servesUntil}T00:00:00Z`) + day - now) / day) - 1)
    return days <= toldDaysBefore ? [{ ...version, days }] : []
  })
}
