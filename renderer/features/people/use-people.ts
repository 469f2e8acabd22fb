import { useEffect, useState } from 'react'
import type { Account } from '../../../shared/accounts/account.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { canMentionOn, type FoundPerson, type Person } from '../../../shared/people/person.ts'
import { studio } from '../../bridge/studio-client.ts'

export interface PeopleAsked {
  readonly workspaceId: string
  /** The accounts that the text goes to. */
  readonly accounts: readonly Account[]
}

/** Somebody who may be meant: kept already, or found under one name on one network. */
export type Candidate = { readonly kind: 'kept'; readonly person: Person } | ({ readonly kind: 'found'; readonly networkId: NetworkId } & FoundPerson)

/** A key rests so long, ms, before networks are asked. */
const restAfterKey = 250

/** Who is meant by the beginning of a name: who is known here at once, then whom the networks know that are asked while somebody types. */
export function usePeople({ workspaceId, accounts }: PeopleAsked, query: string): readonly Candidate[] {
  const [here, setHere] = useState<readonly Candidate[]>([])
  const [there, setThere] = useState<readonly Candidate[]>([])
  const asked = onePerNetwork(accounts.filter(({ networkId, state }) => state === 'connected' && capabilitiesOf(networkId).people?.lookUp.value === 'while_typing'))
  const key = asked.map(({ id }) => id).join(' ')

  useEffect(() => {
    let isWanted = true
    void knownHere(workspaceId, query).then((known) => isWanted && setHere(known))
    const timer = window.setTimeout(() => {
      for (const account of asked) void lookUp(workspaceId, account, query).then((found) => isWanted && found.ok && setThere((before) => [...before.filter((one) => one.kind === 'kept' || one.networkId !== account.networkId), ...found.value]))
    }, restAfterKey)
    return () => {
      isWanted = false
      window.clearTimeout(timer)
      setThere([])
    }
    // The ids stand for the accounts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [workspaceId, query, key])
  return eachOnce([...here, ...there])
}

/** Asks one network. */
export async function lookUp(workspaceId: string, { id, networkId }: Account, query: string): Promise<{ readonly ok: true; readonly value: readonly Candidate[] } | Extract<Awaited<ReturnType<typeof studio.request<'people.lookUp'>>>, { ok: false }>> {
  const answer = await studio.request('people.lookUp', { workspaceId, accountId: id, query })
  return answer.ok ? { ok: true, value: (answer.value.found ?? []).map((found) => ({ kind: 'found', networkId, ...found })) } : answer
}

async function knownHere(workspaceId: string, query: string): Promise<readonly Candidate[]> {
  const answer = await studio.request('people.search', { workspaceId, query })
  if (!answer.ok) return []
  const { kept, wrote } = answer.value
  return [...kept.map((person): Candidate => ({ kind: 'kept', person })), ...wrote.filter(({ networkId }) => canMentionOn(networkId)).map((found): Candidate => ({ kind: 'found', ...found }))]
}

/** One account of a network can ask for all of them. */
export function onePerNetwork(accounts: readonly Account[]): readonly Account[] {
  return accounts.filter(({ networkId }, place) => accounts.findIndex((other) => other.networkId === networkId) === place)
}

function eachOnce(candidates: readonly Candidate[]): readonly Candidate[] {
  const taken = new Set<string>()
  return candidates.filter((candidate) => {
    const names = candidate.kind === 'kept' ? Object.entries(candidate.person.handles).map(([network, handle]) => `${network} ${handle}`) : [`${candidate.networkId} ${candidate.handle}`]
    const isNew = candidate.kind === 'kept' || !names.some((name) => taken.has(name))
    for (const name of names) taken.add(name)
    return isNew
  })
}
