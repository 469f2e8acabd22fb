import { zoneName } from '../language/zone-name.ts'
import type { ComboboxOption } from './Combobox.tsx'

/** Every IANA zone that this Chromium knows, the system's first; found by city or continent. */
export function listTimeZones(systemTimeZone: string): readonly ComboboxOption[] {
  const zones = new Set([systemTimeZone, ...Intl.supportedValuesOf('timeZone')])
  return [...zones].map((zone) => ({ value: zone, label: labelOf(zone) }))
}

function labelOf(zone: string): string {
  const around = zone.replaceAll('_', ' ').split('/').slice(0, -1).filter((part) => part !== 'Etc')
  return [zoneName(zone), ...around.toReversed()].join(' · ')
}
