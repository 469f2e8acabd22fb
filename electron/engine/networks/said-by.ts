/** Where networks say what is wrong: its number or name, then its sentence. */
const codeKeys = ['code', 'error_code', 'error_subcode', 'type', 'status', 'error']
const wordKeys = ['message', 'error_description', 'description', 'detail', 'title', 'error']

/** What a network's error says about itself, its code before its sentence: `invalid_request: Text is too long`. Empty where it says nothing. */
export function saidBy(json: unknown): string {
  const place = placeOf(json)
  if (place === null) return ''
  const word = firstOf(place, wordKeys)
  const code = firstOf(place, codeKeys)
  if (word === '' || code === '' || code === word) return word === '' ? code : word
  return `${code}: ${word}`
}

/** Some wrap it (`error`), some make a list of it (`errors`). */
function placeOf(json: unknown): object | null {
  if (Array.isArray(json)) return json.length === 0 ? null : placeOf(json[0])
  if (typeof json !== 'object' || json === null) return typeof json === 'string' && json !== '' ? { message: json } : null
  for (const key of ['error', 'errors']) {
    const inner: unknown = Reflect.get(json, key)
    if (typeof inner === 'object' && inner !== null) return placeOf(inner) ?? json
  }
  return json
}

function firstOf(place: object, keys: readonly string[]): string {
  for (const key of keys) {
    const value: unknown = Reflect.get(place, key)
    if (typeof value === 'string' && value !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return ''
}
