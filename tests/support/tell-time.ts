import type { FakeNetwork } from '../contract/fake-network.ts'

/** The network tells this time with each answer, as if hours passed there too. */
export function tellTime(network: FakeNetwork, now: () => number): void {
  const answer = network.answer.bind(network)
  network.answer = (request, origin) => {
    const told = answer(request, origin)
    return { ...told, headers: { ...told.headers, date: new Date(now()).toUTCString() } }
  }
}
