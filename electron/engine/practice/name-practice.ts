import { clientColours, type ClientColour, type Workspace } from '../../../shared/workspaces/workspace.ts'
import type { Language } from './language.ts'
import { businessFor } from './month/businesses.ts'

type Look = Pick<Workspace, 'name' | 'colour'>

const further: Readonly<Record<Language, string>> = { en: 'Practice', fr: 'Essai' }

/** The first practice client is called as its business. The next ones hold the same business: each has a number and a colour of its own, so that nobody takes one for another. */
export function namePractice(language: Language, others: readonly (Look & Pick<Workspace, 'kind'>)[]): Look {
  const { name, colour } = businessFor(language)
  if (others.every(({ kind }) => kind !== 'practice')) return { name, colour }
  const names = new Set(others.map((other) => other.name.toLowerCase()))
  let number = 2
  while (names.has(`${further[language]} ${number}`.toLowerCase())) number += 1
  return { name: `${further[language]} ${number}`, colour: leastUsed(colour, others) }
}

/** What its account is called: as its business, with the client's number where there are several of them, so that no line of one passes for another's. */
export function nameAtHome(business: string, clientName: string, language: Language): string {
  return clientName.startsWith(`${further[language]} `) ? `${business} (${clientName})` : business
}

/** One that no other client has, else one that few have; never that of the first practice client. */
function leastUsed(first: ClientColour, others: readonly Look[]): ClientColour {
  const uses = (colour: ClientColour): number => others.filter((other) => other.colour === colour).length
  // From the other side of the circle: neighbours look alike.
  const half = clientColours.indexOf(first) + clientColours.length / 2
  const around = clientColours.map((_, place) => clientColours[(half + place) % clientColours.length] ?? first).filter((colour) => colour !== first)
  return around.toSorted((a, b) => uses(a) - uses(b))[0] ?? first
}
