import { z } from 'zod'

/** Where a post says that it is: a place that has a Page on Facebook, by the number of that. `name`: as people read it; empty: not known here. `address`: of the place; left out: not known. */
export const placeSchema = z.object({ id: z.string().regex(/^\d{5,25}$/), name: z.string().max(200), address: z.string().max(300).optional() })
export type Place = z.infer<typeof placeSchema>

const hosts = /(?:^|\.)facebook\.com$/

/** The place that somebody means who pastes the number or the address of its Page. null: neither. An address that is a name alone (`facebook.com/LeQuai`) does not hold the number, and no program may ask for it without an access of its own. */
export function asPlace(text: string): Place | null {
  const words = text.trim()
  if (placeSchema.shape.id.safeParse(words).success) return { id: words, name: '' }
  const written = /^https?:\/\//i.test(words) ? words : `https://${words}`
  if (!URL.canParse(written)) return null
  const { hostname, pathname, searchParams } = new URL(written)
  return hosts.test(hostname) ? placeIn(pathname.split('/').filter((part) => part !== ''), searchParams.get('id')) : null
}

/** `pages/Le-Quai/123456789`, `Le-Quai-123456789`, `profile.php?id=123456789`. What else ends with a number is an event, a group, a photo or a post, and the number is theirs. */
function placeIn(parts: readonly string[], id: string | null): Place | null {
  const last = parts.at(-1) ?? ''
  if (last === 'profile.php') return placeOf(id ?? '', '')
  if (parts.length > 1 && !noNames.has(parts[0] ?? '')) return null
  const { name = '', number = '' } = /^(?:(?<name>.*)-)?(?<number>\d{5,25})$/.exec(last)?.groups ?? {}
  return placeOf(number, name === '' ? nameBefore(parts) : name)
}

function nameBefore(parts: readonly string[]): string {
  return parts.length > 1 ? (parts.at(-2) ?? '') : ''
}

/** Words that addresses of Pages and places begin with, and that are no name. */
const noNames: ReadonlySet<string> = new Set(['pages', 'p', 'people', 'pg', 'places'])

function placeOf(id: string, name: string): Place | null {
  if (!placeSchema.shape.id.safeParse(id).success) return null
  return { id, name: noNames.has(name) ? '' : decoded(name).replaceAll('-', ' ').trim().slice(0, 200) }
}

function decoded(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}
