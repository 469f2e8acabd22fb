import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Shapes of secrets that no file of the studio may hold: signed tokens, authorisation headers with something in them, Bluesky's refresh tokens, private keys. */
const shapes: readonly RegExp[] = [
  /eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{15,}/,
  /\b(?:Bearer|Basic|DPoP) [A-Za-z0-9+/=_-]{16,}/,
  /\bref-[0-9a-f]{32,}/,
  /"d"\s*:\s*"[A-Za-z0-9_-]{43}"/
]

/** Every file below the folder that holds one of the secrets, in any of the forms in which it could have been written. */
export function filesWithSecrets(folder: string, secrets: readonly string[]): readonly string[] {
  const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, ''), Buffer.from(secret, 'utf16le').toString('latin1')])
  return filesBelow(folder).flatMap((file) => {
    const content = readFileSync(file).toString('latin1')
    const found = forms.find((form) => content.includes(form)) ?? shapes.find((shape) => shape.test(content))
    return found === undefined ? [] : [`${file}: ${found instanceof RegExp ? String(found) : 'a secret'}`]
  })
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return entry.isFile() && statSync(path).size > 0 ? [path] : []
  })
}
