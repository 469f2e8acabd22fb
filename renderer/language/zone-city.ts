/** The city of an IANA zone as people read it: `America/Port_of_Spain` → `Port of Spain`. */
export function zoneCity(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
