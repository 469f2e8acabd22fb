import { z } from 'zod'
import type { Result } from '../../../shared/contract/result.ts'
import type { Settings } from '../../../shared/contract/studio.contract.ts'

export type SettingsOverride = Partial<Pick<Settings, 'theme' | 'language'>>

/** As much of the answer as is changed; the rest goes through as it is. */
const studioSchema = z.looseObject({ settings: z.looseObject({}) })

/** For a picture in another theme or language than the user's: changes what the page is told, not what is stored. */
export function overrideSettings(name: string, result: Result<unknown>, override: SettingsOverride): Result<unknown> {
  if (name !== 'studio.read' || !result.ok) return result
  const studio = studioSchema.parse(result.value)
  return { ok: true, value: { ...studio, settings: { ...studio.settings, ...override } } }
}
