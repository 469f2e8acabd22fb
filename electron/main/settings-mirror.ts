import type { Settings } from '../../shared/contract/studio.contract.ts'
import type { EngineRequest } from './engine/engine-client.ts'

export type ShellSettings = Pick<Settings, 'theme' | 'language' | 'notifications' | 'workOffline'>

/** Main's copy of the few settings it needs; the engine's are the truth, and are asked for again when they change. */
export class SettingsMirror {
  readonly #request: EngineRequest
  readonly #onChange: (settings: ShellSettings) => void
  #settings: ShellSettings

  constructor(request: EngineRequest, initial: ShellSettings, onChange: (settings: ShellSettings) => void) {
    this.#request = request
    this.#settings = initial
    this.#onChange = onChange
  }

  get current(): ShellSettings {
    return this.#settings
  }

  async refresh(): Promise<void> {
    const studio = await this.#request('studio.read', {})
    if (!studio.ok) return // The engine says when it is back; until then the last known ones hold.
    const { theme, language, notifications, workOffline } = studio.value.settings
    const next = { theme, language, notifications, workOffline }
    const hasChanged = JSON.stringify(next) !== JSON.stringify(this.#settings)
    this.#settings = next
    if (hasChanged) this.#onChange(next)
  }
}
