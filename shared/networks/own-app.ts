import type { Sourced } from './sourced.ts'

/**
 * What a network asks of an app that the user makes there: who holds it, and where its logins come back to. `fixed_ports`: the network compares
 * the address letter by letter. `any_port`: the port is free, as RFC 8252 has it. `pasted`: it takes https only, so the user copies the final
 * address out of the browser. `localhost_or_pasted`: the same, but for apps that are not public yet, which come back to `localhost`, by that name. `localhost_ports`: as
 * `fixed_ports`, by that name. `one_port`: the network keeps a single address for an app.
 */
export interface OwnApp {
  readonly need: 'required' | 'optional'
  /** `none`: a public app has an id alone. `optional`: both kinds exist. */
  readonly secret: 'required' | 'optional' | 'none'
  readonly redirect: 'fixed_ports' | 'any_port' | 'pasted' | 'localhost_or_pasted' | 'localhost_ports' | 'one_port'
  /** The page where apps are made. */
  readonly madeAt: Sourced<string>
  readonly scopes: Sourced<readonly string[]>
  /** Rights that an app may well be without, since the network gives them apart: a login asks for them only when the person says so, for it would be refused else. */
  readonly moreScopes?: Sourced<readonly string[]>
}

/** Below the range that systems hand out by chance (32768 and up), and used by nothing that is registered. */
export const loginPorts = [28_347, 28_348, 28_349] as const
export const loginPath = '/vigie'

/** The addresses that the user registers at a network that compares them letter by letter, one for each port. */
export const loginAddresses: readonly string[] = loginPorts.map((port) => `http://127.0.0.1:${port}${loginPath}`)

/** The same for a network that means this computer by its name alone. */
export const localhostAddresses: readonly string[] = loginPorts.map((port) => `http://localhost:${port}${loginPath}`)

/** The addresses to be entered at the network, of logins that come back to this computer. */
export function addressesOf({ redirect }: Pick<OwnApp, 'redirect'>): readonly string[] {
  switch (redirect) {
    case 'pasted':
      return []
    case 'localhost_or_pasted':
    case 'localhost_ports':
      return localhostAddresses
    case 'one_port':
      return loginAddresses.slice(0, 1)
    case 'fixed_ports':
    case 'any_port':
      return loginAddresses
  }
}

/** Where an app's credentials count: for one client, or for all of them. */
export const ownAppScopes = ['workspace', 'studio'] as const
export type OwnAppScope = (typeof ownAppScopes)[number]
