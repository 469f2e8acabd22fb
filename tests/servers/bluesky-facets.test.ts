import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildFacets, type Facet } from '../../electron/engine/networks/bluesky/bluesky-facets.ts'
import { valueOf } from '../support/adapter-session.ts'
import { hasBlueskyServer } from './start-bluesky-server.ts'

if (!hasBlueskyServer) console.log('skipped: facets beside those of Bluesky’s own library (not laid out: VIGIE_TEST_PDS_MODULES)')

const feature = z.object({ $type: z.string(), uri: z.string().optional(), did: z.string().optional(), tag: z.string().optional() })
const facetsSchema = z.array(z.object({ index: z.object({ byteStart: z.number(), byteEnd: z.number() }), features: z.array(feature).length(1) })).default([])

/** What the library that Bluesky's own client writes with makes of a text; mentions keep their handle. */
function theirs(text: string): readonly string[] {
  const library = createRequire(join(process.env['VIGIE_TEST_PDS_MODULES'] ?? '', 'package.json'))('@atproto/api') as { RichText: new (given: { text: string }) => { facets?: unknown; detectFacetsWithoutResolution(): void } }
  const rich = new library.RichText({ text })
  rich.detectFacetsWithoutResolution()
  return facetsSchema.parse(rich.facets).map(({ index, features: [what] }) => told(index, [what?.$type, what?.uri ?? what?.did ?? what?.tag])).toSorted()
}

async function ours(text: string): Promise<readonly string[]> {
  const facets: readonly Facet[] = valueOf(await buildFacets(text, async (handle) => ({ ok: true, value: handle })))
  return facets.map(({ index, features: [what] }) => told(index, [what.$type, 'uri' in what ? what.uri : 'did' in what ? what.did : what.tag])).toSorted()
}

function told({ byteStart, byteEnd }: Facet['index'], [kind = '', value = '']: readonly (string | undefined)[]): string {
  return `${byteStart}-${byteEnd} ${kind.split('#')[1] ?? ''} ${value}`
}

const plain = [
  'Bonjour', '@lea.bsky.social au milieu', 'au début @lea.bsky.social', '@a.com @b.com\n@c.com', 'une@adresse', '(@lea.fr)', '👩‍👩‍👧‍👧 @lea.fr 👩‍👩‍👧‍👧 #été', '@un-deux3.test', '@lea.fr!', '@lea',
  'voir https://exemple.fr fin', 'https://exemple.fr/a?b=c#d fin', 'https://a.fr https://b.fr\nhttps://c.fr', 'https://exemple.fr.', 'https://exemple.fr, puis', '(https://exemple.fr)', 'http//rien', 'https://localhost:3000/a',
  'exemple.fr', 'exemple.fr/a/b?c=d', '(exemple.com)', 'exemple.org, puis', 'bit.ly/2xY', 'linktr.ee/lea fin', 'un.rien', 'lea@exemple', 'mailto:lea', 'x.1', 'version 1.2',
  '#a #b', '#1 #2026', '#été', '#🙂', '#a-b', '#a/b', '＃pleine', '#a, #b! #c.', 'a#b', '#', '#️⃣', '#\u200ba', `#${'a'.repeat(64)}`, `#${'a'.repeat(65)}`
]

/** Where Vigie does otherwise on purpose: a wrong link in a client's post is worse than a missing one, and the whole address better than half of it. */
const otherwise: readonly (readonly [reason: string, text: string, ours: readonly string[]])[] = [
  ['a closing bracket that was opened before the address is not of it', '(voir https://fr.wikipedia.org/wiki/A_(b))', ['6-41 link https://fr.wikipedia.org/wiki/A_(b)']],
  ['several signs at the end are none of the address', 'https://exemple.fr/a...', ['0-20 link https://exemple.fr/a']],
  ['quotation marks stand around an address', '«\u00a0https://exemple.fr\u00a0» "https://exemple.fr"', ['28-46 link https://exemple.fr', '4-22 link https://exemple.fr']],
  ['capitals change nothing', 'EXEMPLE.FR', ['0-10 link https://EXEMPLE.FR']],
  ['a file name alone is no address', 'LISEZMOI.md et code.py', []],
  ['an e-mail address is no web address', 'lea@exemple.fr lea.b@exemple.fr', []],
  ['a share of a company is no hashtag', '$AAPL', []]
]

describe.skipIf(!hasBlueskyServer)('what can be clicked on Bluesky', () => {
  it.each(plain)('%j, as its own library has it', async (text) => expect(await ours(text)).toEqual(theirs(text)))

  it.each(otherwise)('%s', async (_reason, text, expected) => expect(await ours(text)).toEqual(expected))

  it('any of these among any others stands at the same bytes', async () => {
    const word = fc.constantFrom('Bonjour', 'é', '👩‍👩‍👧‍👧', '@lea.fr', 'https://exemple.fr/a?b=c', '(https://exemple.fr)', 'exemple.fr', 'bit.ly/2xY', '#été', '#a,', '🇫🇷', 'naïf…', '\u{1d400}')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '\n\n')), { maxLength: 12 }), async (words) => {
        const text = words.map(([each, space]) => `${each}${space}`).join('').trimEnd()
        expect(await ours(text)).toEqual(theirs(text))
      })
    )
  })
})
