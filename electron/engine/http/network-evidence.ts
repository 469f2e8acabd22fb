/** A server that answered this recently shows that the network is there, whatever another does. */
const recentMs = 30_000
/**
 * Two servers nobody ever reached have to fail within this time to count: a network that is away fails everything at once, while a person
 * who mistypes one address and then another takes longer.
 */
const strangersTogetherMs = 10_000

export interface NetworkEvidence {
  /** Servers that answered since the start, by origin, and when; 0: before the system said that there is no network. */
  readonly reached: ReadonlyMap<string, number>
  /** Origins that answered in an earlier run: the servers of the connected accounts. */
  readonly known: ReadonlySet<string>
  /** Hosts that were never reached, and when each failed last. A host once: one that has neither https nor http is not two. */
  readonly strangers: ReadonlyMap<string, number>
}

/** Whether this server has answered Vigie at some time: only then is its silence news about the network. */
export function isStranger(origin: string, { reached, known }: Pick<NetworkEvidence, 'reached' | 'known'>): boolean {
  return !reached.has(origin) && !known.has(origin)
}

/**
 * Whether a call to `origin` that certainly did not arrive means that the network is away. An address that was mistyped fails in the very
 * same way (macOS and Windows say ENOTFOUND for both), and it must not take the whole studio offline, so:
 * - another server answered moments ago: the network is there, and this server is down or does not exist;
 * - this one has answered before, now or in an earlier run: it is there, so the network is not (on a train, the first look of the inbox says so);
 * - it never answered: one alone proves nothing, two different ones within moments do.
 * What is decided wrongly does not last: while offline, the known servers are asked again, seconds apart at first.
 */
export function isNetworkAway(origin: string, evidence: NetworkEvidence, now: number): boolean {
  if ([...evidence.reached].some(([other, at]) => other !== origin && now - at < recentMs)) return false
  if (!isStranger(origin, evidence)) return true
  const host = hostOf(origin)
  return [...evidence.strangers].some(([other, at]) => other !== host && now - at < strangersTogetherMs)
}

export function hostOf(origin: string): string {
  return new URL(origin).hostname
}
