import type { ComboboxOption } from './Combobox.tsx'

/** Every IANA zone that this Chromium knows, the system's first; found by city or continent. */
export function listTimeZones(systemTimeZone: string): readonly ComboboxOption[] {
  const zones = new Set([systemTimeZone, ...Intl.supportedValuesOf('timeZone')])
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ').split('/').toReversed().join(' · ') }))
}
