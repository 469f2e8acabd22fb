const universal = /^(?:Etc\/)?(?:UTC|UCT|GMT|GMT[+-]?0|Zulu|Universal|Greenwich)$/

/** An IANA zone as people read it: its city (`America/Port_of_Spain` → `Port of Spain`); where it has none, its distance from UTC. */
export function zoneName(timeZone: string): string {
  if (universal.test(timeZone)) return 'UTC'
  // There the signs are the other way round than people write them.
  const shift = /^Etc\/GMT([+-])(\d+)$/.exec(timeZone)
  if (shift !== null) return `UTC${shift[1] === '+' ? '−' : '+'}${shift[2] ?? ''}`
  if (/^[+-]\d\d:?\d\d$/.test(timeZone)) return `UTC${timeZone.replace('-', '−')}`
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
