import type { Act } from '../../shared/networks/acts.ts'

/** What was done beside publishing and is in force, such as `mute remote-9`. */
export interface ScriptedActs {
  readonly inForce: ReadonlySet<string>
  perform(target: { readonly act: Act; readonly remoteId: string }): void
}

export function createScriptedActs(): ScriptedActs {
  const inForce = new Set<string>()
  return {
    inForce,
    perform({ act, remoteId }) {
      if (act.startsWith('un')) inForce.delete(`${act.slice(2)} ${remoteId}`)
      else inForce.add(`${act} ${remoteId}`)
    }
  }
}
