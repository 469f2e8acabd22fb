/** The words of a file: UTF-8 and UTF-16 by what they begin with, else UTF-8 where it is that, else Windows-1252, in which most older programs write. null: it is no text. */
export function decodeCaptions(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const text = first === 0xff && second === 0xfe ? new TextDecoder('utf-16le').decode(bytes) : first === 0xfe && second === 0xff ? new TextDecoder('utf-16be').decode(bytes) : decodeSmall(bytes)
  return isText(text) ? text : null
}

function decodeSmall(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What no text has: control signs beside those of lines and tabs (a file of pictures, sound or a program has them in its first bytes), or halves of signs. */
function isText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- those are what is looked for
  return !/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u0080-\u009F\uFFFD]/u.test(text)
}
