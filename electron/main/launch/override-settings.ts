import type { Result } from '../../../shared/contract/result.ts'
import { requestMap } from '../../../shared/contract/request-map.ts'
import type { Settings } from '../../../shared/contract/studio.contract.ts'

export type SettingsOverride = Partial<Pick<Settings, 'theme' | 'language'>>

/** For a picture in another theme or language than the user's: changes what the page is told, not what is stored. */
export function overrideSettings(name: string, result: Result<unknown>, override: SettingsOverride): Result<unknown> {
  if (name !== 'studio.read' || !result.ok) return result
  const studio = requestMap['studio.read'].output.parse(result.value)
  return { ok: true, value: { ...studio, settings: { ...studio.settings, ...override } } }
}
