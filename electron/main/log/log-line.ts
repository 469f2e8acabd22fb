export type LogLevel = 'info' | 'warning' | 'error'

/**
 * What looks like a secret, and what stands in the log instead. The last wall, not the first: nobody hands a secret to the log in the first
 * place. Better one word too many covered than one too few.
 */
const coverings: readonly (readonly [RegExp, string])[] = [
  // Authorization: Bearer …, DPoP …, Basic …
  [/\b(bearer|dpop|basic)\s+[\w.~+/=-]{8,}/gi, '$1 [covered]'],
  // JSON Web Tokens
  [/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, '[covered]'],
  // "access_token": "…", password=…, appPassword: …
  [
    /(["']?\b[\w-]*(?:token|password|passwd|secret|authorization|cookie|jwt|verifier|private_?key)\b["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\s,;&}"']+)/gi,
    '$1[covered]'
  ],
  // The answer to a login, in an address
  [/([?&](?:code|state|access_token)=)[^&\s"']+/gi, '$1[covered]'],
  // https://user:password@host
  [/(\/\/)[^/\s:@]+:[^/\s@]+@/g, '$1[covered]@'],
  // App passwords of Bluesky (abcd-efgh-ijkl-mnop) and application passwords of WordPress (six groups of four)
  [/\b[a-z0-9]{4}(?:-[a-z0-9]{4}){3}\b(?!-)/g, '[covered]'],
  [/\b[A-Za-z0-9]{4}(?: [A-Za-z0-9]{4}){5}\b/g, '[covered]']
]

export function coverSecrets(text: string): string {
  return coverings.reduce((covered, [pattern, replacement]) => covered.replace(pattern, replacement), text)
}

/** One line of the log file, `at` in ms since the epoch; line breaks inside the text cannot make it look like two. */
export function logLine(at: number, level: LogLevel, source: string, text: string): string {
  const oneLine = coverSecrets(text).replace(/[\r\n]+/g, ' ⏎ ').slice(0, 4_000)
  return `${new Date(at).toISOString()} ${level.padEnd(7)} ${source}: ${oneLine}\n`
}
