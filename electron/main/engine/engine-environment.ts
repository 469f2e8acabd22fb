/** What a process needs to find its place on the system; the same names on every system, those that are not set do not matter. */
const passedOn = new Set([
  'HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA', 'PATH', 'PATHEXT', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC',
  'TEMP', 'TMP', 'TMPDIR', 'LANG', 'LANGUAGE', 'TZ', 'TZDIR', 'SSL_CERT_FILE', 'SSL_CERT_DIR'
])

/**
 * The environment of the engine process: a list of what is let through, not of what is kept out. NODE_OPTIONS, LD_PRELOAD and the like could
 * change what it runs; without the address of the session bus it cannot reach the keychain, which is main's.
 */
export function engineEnvironment(own: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(own)) {
    const upper = name.toUpperCase()
    if (value !== undefined && (passedOn.has(upper) || upper.startsWith('LC_'))) kept[name] = value
  }
  return kept
}
