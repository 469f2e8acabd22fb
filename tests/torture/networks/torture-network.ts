import type { FakeAnswer, FakeRequest } from '../../contract/fake-network.ts'

/**
 * How a network recognises a repeat: a key in a header, an id that we choose, a look before a repeat, or not at all; by its own feed and a refusal of the same words, and by an upload that says how far it came.
 */
export const networkKinds = ['header_key', 'client_id', 'look_up', 'none', 'own_feed', 'upload'] as const
export type NetworkKind = (typeof networkKinds)[number]

/** Its parts stand one under the other there, each by itself; elsewhere they are one text. */
export function hasThreads(kind: NetworkKind | undefined): boolean {
  return kind === 'header_key' || kind === 'client_id'
}

/** Whether people speak to the accounts there, so that there is somebody to answer. */
export function hasPeople(kind: NetworkKind | undefined): boolean {
  return kind !== 'own_feed' && kind !== 'upload'
}

/** How far ahead its network takes a post, in minutes, with some to spare for writing it. */
export function minutesAhead(kind: NetworkKind | undefined): number {
  return kind === 'upload' ? 36 : kind === 'own_feed' ? 15 : 8
}

/** One thing that everybody can see on a network. */
export interface Publication {
  readonly kind: NetworkKind
  /** As the account's `serverUrl` and `remoteId` tell it apart on its network. */
  readonly account: string
  readonly text: string
  /** The mark of what it answers; null for what stands by itself, empty for an answer to something that is not there. */
  readonly parent: string | null
  /** The mark of the thread's first, where the network keeps that too. */
  readonly root?: string | null
  /** Everything that the network made is numbered in the order in which it was made. */
  readonly number: number
}

/** Something done beside publishing that is in force, or that was counted. */
export interface Standing {
  readonly kind: NetworkKind
  readonly account: string
  readonly what: 'like' | 'repost' | 'mute' | 'block' | 'hide' | 'report'
  /** The mark of the comment that it is about, or whose author. */
  readonly about: string
  /** More than once only where each counts: reports. */
  readonly times: number
}

/** What a stranger said to an account before everything begins. */
export interface Heard {
  readonly kind: NetworkKind
  readonly account: string
  readonly text: string
}

/**
 * What a request is to the torture. `create`: it makes something public. `hand_over`: the network will do so at its time. `recall`: it is called back from
 * there, or gets another time. `remove`: what everybody sees is deleted. `act`: a like, a repost, a report and the like. `subject`: what it is about, so that the plan can be the same in each run; of
 * a create, a hand-over, a recall and a removal the account and the mark of its post.
 */
export interface RequestMeaning {
  readonly step: 'create' | 'hand_over' | 'recall' | 'remove' | 'act' | 'prepare' | 'look' | 'session'
  readonly subject: string
}

/** A network in memory, with many accounts, that behaves; what goes wrong is done by the listener in front of it. */
export interface TortureNetwork {
  readonly kind: NetworkKind
  meaningOf(request: FakeRequest): RequestMeaning
  answer(request: FakeRequest, origin: string): FakeAnswer
  hear(account: string, text: string): void
  /** What everybody can see, each as often as it is there. */
  publications(): readonly Publication[]
  /** What everybody could see and was deleted, each as often as that happened. What of a create comes after its deletion does nothing here: no client could mend that. */
  removed(): readonly Publication[]
  standings(): readonly Standing[]
  /** Every access of this account ends now, so that the user has to log in anew. Left out where that cannot be. */
  revoke?(account: string): void
}
