const maxLength = 2048
/** Headers a mail link may set. Not `attach`: some mail programs would add a file from the disk. */
const mailHeaders = new Set(['to', 'cc', 'bcc', 'subject', 'body'])

export interface ExternalAddressOptions {
  /** Login pages of test servers; only in unpackaged runs. */
  readonly allowLoopback: boolean
}

/**
 * The address to hand to the system's browser or mail program, written anew from its parts; null when it must not be opened. Only https and
 * mailto: any other scheme may start a program (`file:`, `smb:`, `ms-msdt:` have all been used for attacks).
 */
export function externalAddress(text: string, options: ExternalAddressOptions = { allowLoopback: false }): string | null {
  if (text.length > maxLength || /[\u0000-\u0020\u007f-\u009f\u2028\u2029\\]/.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return null
  return isOpened(url, options) ? url.href : null
}

function isOpened(url: URL, options: ExternalAddressOptions): boolean {
  switch (url.protocol) {
    case 'https:':
      return true
    case 'mailto:':
      return isPlainMail(url)
    case 'http:':
      return options.allowLoopback && isLoopback(url)
    default:
      return false
  }
}

function isPlainMail(url: URL): boolean {
  return url.pathname.includes('@') && [...url.searchParams.keys()].every((name) => mailHeaders.has(name.toLowerCase()))
}

function isLoopback(url: URL): boolean {
  return url.hostname === '127.0.0.1' || url.hostname === 'localhost' || url.hostname === '[::1]'
}
