import { expect, test } from 'vitest'
import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { linkFor, linkThere } from '../../../shared/posts/beside-words.ts'
import { checkLink, isLinkAddress } from '../../../shared/posts/check-link.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { comparePosts } from '../../../shared/posts/compare-posts.ts'
import type { PostButton } from '../../../shared/posts/post-framing.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { applyChange } from '../../../renderer/features/composer/composer-changes.ts'

const content: PostContent = { title: '', link: ' https://a.example/x ', document: { type: 'doc', content: [{ type: 'paragraph' }] }, media: [], targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: null, link: 'https://b.example' }, { accountId: 'c', variant: null, link: '' }] }
const accountOn = (networkId: NetworkId): Account => ({ id: 'a', networkId, handle: '@a', displayName: 'A', serverUrl: 'https://a.example', remoteId: '1', state: 'connected', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }, lastCheckedAt: null, connectedAt: 0 })
const besideOf = (id: string, networkId: NetworkId, post = content) => partsFor(post, { id, networkId, remoteId: '1' }, capabilitiesOf(networkId))[0]?.beside

test('an account’s own link wins, none of its own too, and only networks with such a field get one', () => {
  expect(['a', 'b', 'c'].map((id) => linkFor(content, id))).toEqual(['https://a.example/x', 'https://b.example', ''])
  expect([besideOf('a', 'pinterest'), besideOf('b', 'facebook'), besideOf('c', 'linkedin'), besideOf('a', 'linkedin_page'), besideOf('a', 'mastodon')]).toEqual([{ link: 'https://a.example/x' }, { link: 'https://b.example' }, undefined, { link: 'https://a.example/x' }, undefined])
  // What is still being typed leads nowhere.
  expect(besideOf('a', 'pinterest', { ...content, link: 'https://a' })).toBeUndefined()
})

test('whole addresses of the web alone are taken, without a login in them', () => {
  expect(['https://a.example', 'http://a.example/été?x=(1)', 'HTTPS://A.EXAMPLE'].map(isLinkAddress)).toEqual([true, true, true])
  expect(['', 'a.example', 'https://', 'https://a', 'https://a.example/x y', 'javascript:alert(1)', 'https://lea:secret@a.example', 'ftp://a.example', 'https://a.example/<b>'].map(isLinkAddress)).toEqual(Array.from({ length: 9 }, () => false))
})

test('each network’s own bounds: length, and what takes its place', () => {
  const check = (networkId: NetworkId, link: string, part = {}) => checkLink(link, capabilitiesOf(networkId).link, { media: [], ...part }).map(({ severity, code }) => `${severity} ${code}`)
  const long = `https://a.example/${'x'.repeat(2048)}`
  expect([check('pinterest', long), check('facebook', long), check('pinterest', 'a.example'), check('mastodon', 'a.example'), check('pinterest', '')]).toEqual([['stop link_too_long'], [], ['stop link_not_address'], [], []])
  expect([check('pinterest', 'https://a.example', { media: [{}] }), check('facebook', 'https://a.example', { media: [{}] }), check('linkedin', 'https://a.example', { poll: {} })]).toEqual([[], ['warn link_left_out'], ['warn link_left_out']])
})

test('a button that was chosen and leads nowhere, or a link that it leaves out, is said where there are such buttons', () => {
  const said = (button: PostButton | undefined, link: string, words: string, networkId: NetworkId = 'google_business') => {
    const post: PostContent = { ...content, link, document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }, targets: [{ accountId: 'a', variant: null, ...(button === undefined ? {} : { framing: { button } }) }] }
    return checkPost(post, [accountOn(networkId)], capabilitiesOf, []).map(({ severity, code }) => `${severity} ${code}`)
  }
  const address = 'https://a.example'
  expect([said('call', address, 'Huîtres'), said('call', '', `Huîtres ${address}`), said('book', '', 'Huîtres')]).toEqual([['warn link_beside_call'], [], ['warn button_without_link']])
  expect([said('book', address, 'Huîtres'), said('book', '', `Huîtres : ${address}.`), said(undefined, '', 'Huîtres'), said('call', '', 'Huîtres'), said('book', '', 'Huîtres', 'mastodon')]).toEqual([[], [], [], [], []])
})

test('it is written for all and for one, given up, and compared', () => {
  const own = applyChange(content, { kind: 'set_link', text: 'https://c.example', accountId: 'a' })
  expect(own.targets[0]).toMatchObject({ link: 'https://c.example' })
  expect(Object.hasOwn(applyChange(own, { kind: 'follow_link', accountId: 'a' }).targets[0]!, 'link')).toBe(false)
  const bare = applyChange(content, { kind: 'set_link', text: '' })
  expect([Object.hasOwn(bare, 'link'), applyChange(bare, { kind: 'set_link', text: '' }) === bare]).toEqual([false, true])
  expect(comparePosts(content, own).texts.flatMap(({ place, beside }) => (place.kind === 'link' ? [[place.accountId, beside]] : []))).toEqual([[null, 'nothing'], ['a', 'own_text_began'], ['b', 'nothing'], ['c', 'nothing']])
})

test('a link that leaves its network open says each one’s name, the client’s own where it has one, for as long as it leaves it open', () => {
  const open = 'https://a.example/x?utm_source={network}&utm_medium=social'
  const tagged = applyChange(content, { kind: 'set_link', text: open, sources: 'pinterest=pins&linkedin=li' })
  const there = (networkId: NetworkId, post = tagged, id = 'a') => besideOf(id, networkId, post)?.link
  expect([there('pinterest'), there('linkedin_page'), there('facebook')]).toEqual(['pins', 'li', 'facebook'].map((name) => `https://a.example/x?utm_source=${name}&utm_medium=social`))
  expect(linkFor(tagged, 'a')).toBe(open)
  // An account's own begins with the names of the common one; what is written on keeps them.
  const own = applyChange(tagged, { kind: 'set_link', text: `${open}&b=1`, accountId: 'a' })
  expect([there('pinterest', own), there('pinterest', own, 'b')]).toEqual(['https://a.example/x?utm_source=pins&utm_medium=social&b=1', 'https://b.example'])
  const bare = applyChange(own, { kind: 'set_link', text: 'https://a.example', accountId: 'a' })
  expect([own, bare, applyChange(own, { kind: 'follow_link', accountId: 'a' }), applyChange(own, { kind: 'set_link', text: '' })].map((post) => [post.linkSources, post.targets[0]?.linkSources])).toEqual([['pinterest=pins&linkedin=li', 'pinterest=pins&linkedin=li'], ['pinterest=pins&linkedin=li', undefined], ['pinterest=pins&linkedin=li', undefined], [undefined, 'pinterest=pins&linkedin=li']])
  expect(applyChange(tagged, { kind: 'put_back', thing: 'link', owned: own.targets[0]! }).targets[0]).toEqual(own.targets[0])
  // Its length is that of what goes out.
  expect(checkLink(linkThere({ ...tagged, link: `https://a.example/${'x'.repeat(2006)}?utm_source={network}`, linkSources: 'pinterest=p' }, { id: 'a', networkId: 'pinterest', remoteId: '1' }), capabilitiesOf('pinterest').link, undefined)).toEqual([])
})
