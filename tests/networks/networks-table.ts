import { acts, type Act, type ActOffer } from '../../shared/networks/acts.ts'
import type { AssistedNetwork } from '../../shared/networks/assisted-networks.ts'
import type { ClosedNetwork } from '../../shared/networks/closed-networks.ts'
import { formatsOf } from '../../shared/networks/formats-of.ts'
import type { NetworkCapabilities } from '../../shared/networks/network-capabilities.ts'
import { whatIsMissing, whysOfMissing } from '../../shared/networks/what-is-missing.ts'

interface Named {
  readonly id: string
  readonly name: string
  /** `fake` also for a closed one, and where the person publishes: no call is made that something real or a description could verify. */
  readonly verifiedBy: NetworkCapabilities['verifiedBy']
}

/** A network as `npm run networks -- --json` names it, with all that the product knows of it and what it lacks. */
export type NetworkLine = Named &
  (
    | { readonly service: 'api'; readonly capabilities: NetworkCapabilities; readonly missing: ReturnType<typeof whatIsMissing> }
    | ({ readonly service: 'assisted' } & Pick<AssistedNetwork, 'why' | 'address' | 'share' | 'source' | 'readOn'>)
    | ({ readonly service: 'closed' } & Pick<ClosedNetwork, 'since' | 'source' | 'readOn'>)
  )

export function networkLines(served: readonly NetworkCapabilities[], assisted: readonly AssistedNetwork[], closed: readonly ClosedNetwork[]): readonly NetworkLine[] {
  return [
    ...served.map((capabilities) => ({ id: capabilities.id, name: capabilities.name, service: 'api' as const, verifiedBy: capabilities.verifiedBy, capabilities, missing: whatIsMissing(capabilities) })),
    ...assisted.map(({ id, name, ...known }) => ({ ...known, id: served.some((network) => network.id === id) ? `${id}_by_hand` : id, name: assistedName(name, served), service: 'assisted' as const, verifiedBy: 'fake' as const })),
    ...closed.map((network) => ({ ...network, service: 'closed' as const, verifiedBy: 'fake' as const }))
  ]
}

export const tableHeading = ['Network', 'Text', 'Images', 'Video', 'Formats', 'Inbox', 'Likes', 'Threads', 'Polls', 'Quotes', 'By itself', 'Acts', 'Deletes posts', 'Changes posts', 'Figures', 'Not there, and why', 'A repeat is known by', 'Verified by'] as const

/** One row for each network, made of its capabilities alone. */
export function tableRows(served: readonly NetworkCapabilities[], assisted: readonly AssistedNetwork[], closed: readonly ClosedNetwork[]): readonly (readonly string[])[] {
  const byHand = assisted.map(({ name, why, share }) => [assistedName(name, served), `by hand (${why.replaceAll('_', ' ')})${share === null ? '' : ', share link'}`, ...tableHeading.slice(2).map(() => '–')])
  return [...served.map(rowOf), ...byHand, ...closed.map(({ name, since }) => [name, `closed (${since})`, ...tableHeading.slice(2).map(() => '–')])]
}

/** Where a network is served by its interface too, the second way says so. */
function assistedName(name: string, served: readonly NetworkCapabilities[]): string {
  return served.some((network) => network.name === name) ? `${name} (by hand)` : name
}

function rowOf(of: NetworkCapabilities): readonly string[] {
  return [
    of.name, textOf(of), imagesOf(of), videoOf(of), formatsIn(of), inboxOf(of), of.canLike ? 'yes' : '–', of.threads === 'replies' ? 'yes' : 'joined',
    pollOf(of), quoteOf(of), of.nativeSchedule === undefined ? '–' : 'yes', actsOf(of.acts), removalOf(of), editOf(of), figuresOf(of), lackingOf(of), of.idempotency.replaceAll('_', ' '), of.verifiedBy
  ]
}

function textOf({ text, hasTitle, richText, tags }: NetworkCapabilities): string {
  const length = text.max.value === null ? 'any length' : `${text.max.value} ${text.unit.replaceAll('_', ' ')}`
  return [hasTitle ? 'title' : '', length, richText ? 'rich' : '', tags === undefined ? '' : 'tags'].filter((each) => each !== '').join(', ')
}

function imagesOf({ images: { maxCount, maxBytes } }: NetworkCapabilities): string {
  return `${maxCount.value} × ${Math.round(maxBytes.value / 100_000) / 10} MB`
}

function videoOf({ video }: NetworkCapabilities): string {
  if (video === undefined) return '–'
  const { maxCount, maxBytes, maxDurationMs } = video
  const longest = maxDurationMs.value === null ? '' : `, ${Math.round(maxDurationMs.value / 1000)} s`
  return `${maxCount.value} × ${Math.round(maxBytes.value / 1_000_000)} MB${longest}`
}

/** What a post may be there instead of an ordinary one. */
function formatsIn(of: NetworkCapabilities): string {
  const formats = formatsOf(of)
  return formats.length === 0 ? '–' : formats.join(', ')
}

function pollOf({ poll }: NetworkCapabilities): string {
  return typeof poll === 'string' ? '–' : `${poll.choices.value.min}–${poll.choices.value.max} choices`
}

/** Of other people's posts in posts of the account's own. */
function quoteOf({ quote: { offer } }: NetworkCapabilities): string {
  return offer.value === 'yes' || offer.value === 'not_yet' || offer.value === 'replies_only' ? offer.value.replaceAll('_', ' ') : '–'
}

function inboxOf({ inbox }: NetworkCapabilities): string {
  const has = Object.entries(inbox).filter(([, isThere]) => isThere !== false).map(([kind, isThere]) => (isThere === 'on_demand' ? `${kind} on request` : kind))
  return has.length === 0 ? '–' : has.join(', ')
}

/** What can be done; its undoing goes without saying. */
function actsOf(offers: Readonly<Record<Act, ActOffer>>): string {
  const offered = acts.filter((act) => offers[act] === 'yes' && !act.startsWith('un'))
  return offered.length === 0 ? '–' : offered.join(', ')
}

/** Of posts that are out. */
function removalOf({ removal }: NetworkCapabilities): string {
  if (removal.offer.value !== 'yes') return '–'
  if (removal.within !== undefined) return `for ${removal.within.value / 3_600_000} h`
  return removal.toBin === true ? 'into its bin' : 'yes'
}

/** Words of posts that are out. */
function editOf({ edit, hasTitle }: NetworkCapabilities): string {
  if (edit.offer.value !== 'yes') return edit.offer.value === 'not_yet' ? 'not yet' : '–'
  const words = hasTitle && edit.title !== true ? 'text, not title' : 'yes'
  const timed = edit.within === undefined ? words : `for ${edit.within.value / 60_000} min`
  return edit.notWith === undefined ? timed : `${timed}, not with ${edit.notWith.map((one) => (one === 'image' ? 'an image' : `a ${one}`)).join(' or ')}`
}

function figuresOf({ figures }: NetworkCapabilities): string {
  return figures === undefined ? '–' : [...new Set([...figures.ofPost.value, ...figures.ofAccount.value])].join(', ')
}

/** By the reason: what Vigie does not do yet, what the network keeps from programs, what it does not know. */
function lackingOf(of: NetworkCapabilities): string {
  const missing = whatIsMissing(of)
  const parts = whysOfMissing.flatMap((wanted) => {
    const names = missing.filter(({ why }) => why === wanted).map(({ name }) => name.replaceAll('_', ' '))
    return names.length === 0 ? [] : [`${wanted.replaceAll('_', ' ')}: ${names.join(', ')}`]
  })
  return parts.length === 0 ? '–' : parts.join('; ')
}

export function asMarkdown(rows: readonly (readonly string[])[]): string {
  return [tableHeading, tableHeading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

export function asText(rows: readonly (readonly string[])[]): string {
  const all = [tableHeading, ...rows]
  const widths = tableHeading.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}
