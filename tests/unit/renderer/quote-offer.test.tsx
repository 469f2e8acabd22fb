// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { applyChange } from '../../../renderer/features/composer/composer-changes.ts'
import type { ReadyState } from '../../../renderer/features/composer/composer-state.ts'
import { QuoteOffer } from '../../../renderer/features/composer/parts/QuoteOffer.tsx'
import type { Account } from '../../../shared/accounts/account.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { click, find, mount } from './mount.tsx'

const url = 'https://mastodon.example/@tom/109501674056556919'
const account = { id: 'a', networkId: 'mastodon', serverUrl: 'https://mastodon.example' } as unknown as Account
const written = (...paragraphs: readonly string[]): RichDocument => ({ type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) })
const contentOf = (...paragraphs: readonly string[]): PostContent => ({ title: '', document: written(...paragraphs), targets: [{ accountId: 'a', variant: null }], media: [] })

test('a post that is taken as a quote takes its address out of the words as they are by then: none that was typed since is lost', async () => {
  // What stands around the text follows it a moment later.
  const state = { post: { content: contentOf('Bien', url) }, accounts: [account] } as unknown as ReadyState
  let now = contentOf('Bien vu', url, 'Merci')
  await mount(<QuoteOffer state={state} onChange={(change) => (now = applyChange(now, change))} />)
  await click(find('button', 'Quote'))
  expect([documentToText(now.document), now.quote?.url]).toEqual(['Bien vu\n\nMerci', url])
})

test('an address among other words stays, and a post of nothing but its address has an empty line left', async () => {
  const state = { post: { content: contentOf(url) }, accounts: [account] } as unknown as ReadyState
  for (const [before, after] of [[contentOf(`Voir ${url}`), `Voir ${url}`], [contentOf(url), '']] as const) {
    let now = before
    await mount(<QuoteOffer state={state} onChange={(change) => (now = applyChange(now, change))} />)
    await click([...document.querySelectorAll('button')].at(-1))
    expect(documentToText(now.document)).toBe(after)
  }
})
