import { isVideo, type MediaItem } from '../media/media-item.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { NetworkId } from '../networks/network-id.ts'
import { peopleFor } from './people-shown.ts'
import { mediaOf } from './post-parts.ts'
import type { Problem } from './problem.ts'
import type { PostContent, PostMedia } from './post.ts'

export const peopleProblemCodes = ['people_too_many', 'people_in_film_among', 'people_left_out'] as const
type PeopleProblem = Problem<(typeof peopleProblemCodes)[number]>

/** What a network makes of the people who are told to be shown: more than it takes, and films of which it takes none. */
export function checkPeople(part: { readonly media: readonly PostMedia[] }, accountId: string, network: Pick<NetworkCapabilities, 'name' | 'peopleShown'>, media: readonly MediaItem[]): readonly PeopleProblem[] {
  const { peopleShown: rule, name } = network
  if (rule === undefined) return []
  const known = part.media.map((item) => ({ item, file: media.find(({ id }) => id === item.mediaId) }))
  const told = known.map(({ item, file }) => ({ item, file, people: peopleFor(item, file !== undefined && isVideo(file), network, part.media.length) }))
  const count = told.reduce((sum, { people }) => sum + people.length, 0)
  return [
    ...(count > rule.max.value ? [{ severity: 'stop' as const, code: 'people_too_many' as const, accountId, details: { network: name, count, max: rule.max.value, mediaId: told.find(({ people }) => people.length > 0)?.item.mediaId ?? '' } }] : []),
    ...told.filter(({ item, people }) => (item.people ?? []).length > people.length).map(({ item, file }) => ({ severity: 'warn' as const, code: 'people_in_film_among' as const, accountId, details: { network: name, mediaId: item.mediaId, fileName: file?.fileName ?? '' } }))
  ]
}

/** Never silent: somebody took the trouble, and no account of the post is of a network that is told. Said once. */
export function checkPeopleTold(content: PostContent, networks: readonly NetworkId[], capabilitiesOf: (networkId: NetworkId) => Pick<NetworkCapabilities, 'peopleShown'>): readonly PeopleProblem[] {
  const shown = mediaOf(content).find(({ people = [] }) => people.length > 0)
  if (shown === undefined || networks.some((networkId) => capabilitiesOf(networkId).peopleShown !== undefined)) return []
  return [{ severity: 'warn', code: 'people_left_out', accountId: null, details: { mediaId: shown.mediaId } }]
}
