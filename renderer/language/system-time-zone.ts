/** The computer's own time zone, the first proposal for a client's. Asked here and not of main, which would have to load its tables of zones for it. */
export function systemTimeZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone === '' || zone === 'Etc/Unknown' ? 'UTC' : zone
}
