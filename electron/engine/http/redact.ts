/** Stands where a secret was. */
export const hiddenWord = '[hidden]'
const hidden = hiddenWord

/** What looks like a token or password, whatever stands around it. Rather too much than too little: these texts are for developers. */
const secretPatterns: readonly RegExp[] = [
  // JSON Web Tokens (Bluesky's sessions, service tokens)
  /\beyJ[\w-]{5,}\.[\w-]{5,}(\.[\w-]*)?/g,
  // Bluesky's app passwords
  /\b[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}\b/g,
  // WordPress' application passwords
  /\b[A-Za-z0-9]{4}(?: [A-Za-z0-9]{4}){5}\b/g,
  // Telegram's bot tokens: their API takes them in the path
  /(?<!\d)\d{5,}:[\w-]{20,}/g,
  // Discord's bot tokens
  /\b[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}/g,
  // long random words: Mastodon's tokens, client secrets, verifiers
  /\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{40,}\b/g
]

/** Hides what may be a secret in a text for the log or an error. */
export function redactText(text: string): string {
  let redacted = text
    .replaceAll(/\b(authorization|proxy-authorization|cookie|set-cookie)(["']?\s*[:=]\s*)[^\r\n]*/gi, `$1$2${hidden}`)
    .replaceAll(/\b(Bearer|Basic|DPoP)\s+[\w.~+/=-]+/gi, `$1 ${hidden}`)
    .replaceAll(/(["']?\b[\w-]*(?:token|password|secret|passwd|verifier|jwt|api[_-]?key)\b["']?\s*[:=]\s*["']?)[^\s"'&,;}]+/gi, `$1${hidden}`)
    .replaceAll(/(https?:\/\/)[^\s/@]+@/gi, `$1${hidden}@`)
    // Discord's webhooks: who knows the address may post
    .replaceAll(/(\/webhooks\/\d+\/)[\w.~-]+/gi, `$1${hidden}`)
  for (const pattern of secretPatterns) redacted = redacted.replaceAll(pattern, hidden)
  return redacted
}

/** An address for the log: without name and password, without the values of its query. */
export function redactAddress(address: string): string {
  if (!URL.canParse(address)) return '[not an address]'
  const { protocol, host, pathname, search } = new URL(address)
  return redactText(`${protocol}//${host}${pathname}`) + (search === '' ? '' : '?…')
}

/** The path of an address for the ledger: without the tokens that Telegram and Discord's webhooks have in it, however they are written. */
export function redactPath(pathname: string): string {
  return redactText(pathname.replace(/^\/(file\/)?bot[^/]+/i, `/$1bot${hidden}`).replace(/(\/webhooks\/[^/]+\/)[^/]+/gi, `$1${hidden}`)).slice(0, 200)
}
