import { expect, test } from 'vitest'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { documentForAccount } from '../../../shared/posts/document-for-account.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { contentAfterEdit } from '../../../shared/published/content-after-edit.ts'
import { contentToWriteAgain } from '../../../shared/published/content-to-write-again.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

const accounts = [
  { id: 'm', networkId: 'mastodon', remoteId: 'm' },
  { id: 't', networkId: 'telegram', remoteId: 't' },
  { id: 'b', networkId: 'bluesky', remoteId: 'b' }
] as const
const words = (text: string) => textToDocument(text)
const post = (text: string, own: Readonly<Record<string, string>> = {}): PostContent => ({
  title: '', document: words(text), media: [], targets: accounts.map(({ id }) => ({ accountId: id, variant: own[id] === undefined ? null : words(own[id]) }))
})
const edit = (content: PostContent, accountId: string, document: RichDocument, part: number | null = null): PostContent => contentAfterEdit(content, { accountId, part, title: '', document })!
const said = (content: PostContent) => [documentToText(content.document), content.targets.map(({ variant }) => (variant === null ? null : documentToText(variant)))]

test('mended everywhere it can be, the mended words are the common ones again, for the account too whose words could not be changed', () => {
  const sent = post('Bonjuor')
  const now = ['m', 't'].reduce((content, id) => edit(content, id, words('Bonjour')), sent)
  expect(said(now)).toEqual(['Bonjuor', ['Bonjour', 'Bonjour', null]])
  expect(said(contentToWriteAgain(now, sent, accounts))).toEqual(['Bonjour', [null, null, null]])
})

test('mended differently, the words that most have are common; own words of before stay own, mended or not', () => {
  const sent = post('Bonjuor', { b: 'Salut' })
  const now = [['m', 'Bonjour'], ['t', 'Bonjour !'], ['b', 'Salut !']].reduce((content, [id = '', text = '']) => edit(content, id, words(text)), sent)
  expect(said(contentToWriteAgain(now, sent, accounts))).toEqual(['Bonjour', [null, 'Bonjour !', 'Salut !']])
})

test('nothing changed there, nothing is changed', () => {
  const sent = post('Bonjour', { b: 'Salut' })
  expect(contentToWriteAgain(sent, sent, accounts)).toEqual(sent)
})

test('an address that names the network names each one again', () => {
  const link = { type: 'text', text: 'the shop', marks: [{ type: 'link' as const, attrs: { href: 'https://shop.example/?utm_source={network}' } }] }
  const of = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }, link] }, { type: 'paragraph', content: [link] }] })
  const sent: PostContent = { ...post(''), document: of('Comme to ') }
  const mended = (id: string) => documentForAccount(of('Come to '), accounts.find((account) => account.id === id)!)
  expect(JSON.stringify(mended('m'))).not.toEqual(JSON.stringify(mended('t')))
  const now = ['m', 't'].reduce((content, id) => edit(content, id, mended(id)), sent)
  const again = contentToWriteAgain(now, sent, accounts)
  expect(again.document).toEqual(of('Come to '))
  expect(again.targets.map(({ variant }) => variant)).toEqual([null, null, null])
})

test('in a part of a thread too, and in a title', () => {
  const sent: PostContent = { ...post('Un'), title: 'Titer', moreParts: [{ id: 'p', document: words('Duex'), variants: [], media: [] }] }
  const now = contentAfterEdit(edit(sent, 'm', words('Deux'), 2), { accountId: 't', part: null, title: 'Titre', document: { type: 'doc', content: [...words('Un').content, ...words('Duex').content] } })!
  const again = contentToWriteAgain(now, sent, accounts)
  expect([again.title, again.targets.map(({ title }) => title), documentToText(again.moreParts![0]!.document), again.moreParts![0]!.variants]).toEqual(['Titre', [undefined, undefined, undefined], 'Deux', []])
})
