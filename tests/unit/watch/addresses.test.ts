import { describe, expect, it } from 'vitest'
import { addressKey, cleanWebAddress } from '../../../shared/watch/canonical-url.ts'
import { isUnencryptedAddress, plainFeedAddress, toFeedAddress } from '../../../shared/watch/feed-address.ts'

describe('cleanWebAddress', () => {
  it('takes off trackers and completes relative addresses', () => {
    expect(cleanWebAddress('https://x.example/a?utm_source=rss&id=3&fbclid=1')).toBe('https://x.example/a?id=3')
    expect(cleanWebAddress('/a?xtor=RSS-1', 'https://x.example/feed/')).toBe('https://x.example/a')
    expect(cleanWebAddress('  https://x.example/%20 ')).toBe('https://x.example/%20')
  })

  it.each(['', 'javascript:alert(1)', 'mailto:a@b.example', 'tag:x.example,2026:1', '/relative'])('refuses %j', (address) => {
    expect(cleanWebAddress(address)).toBeNull()
  })
})

describe('addressKey', () => {
  it.each([
    ['http://www.x.example/a/', 'https://x.example/a'],
    ['https://x.example', 'https://X.EXAMPLE/#top'],
    ['https://x.example/a?utm_medium=rss', 'https://x.example/a']
  ])('takes %s and %s for one', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other))
  })

  it.each([
    ['https://x.example/a?p=1', 'https://x.example/a?p=2'],
    ['https://x.example/#!/a', 'https://x.example/#!/b'],
    ['https://x.example/A', 'https://x.example/a']
  ])('keeps %s and %s apart', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other))
  })
})

describe('toFeedAddress', () => {
  it.each([
    ['blog.example', 'https://blog.example/'],
    ['  http://blog.example/feed  ', 'http://blog.example/feed'],
    ['http://blog.example:80/feed', 'http://blog.example/feed'],
    ['feed:http://blog.example/rss', 'http://blog.example/rss'],
    ['feed://blog.example/rss', 'https://blog.example/rss'],
    ['feed:https://blog.example/rss', 'https://blog.example/rss'],
    ['//blog.example/rss#top', 'https://blog.example/rss'],
    ['blog.example:8080/x', 'https://blog.example:8080/x'],
    ['http://127.0.0.1:8080/rss', 'http://127.0.0.1:8080/rss'],
    ['http://localhost/rss', 'http://localhost/rss'],
    ['https://café.example/', 'https://xn--caf-dma.example/']
  ])('reads %s', (typed, address) => {
    expect(toFeedAddress(typed)).toBe(address)
  })

  it.each(['', 'blog', 'two words.example', 'ftp://x.example/feed', 'file:///etc/passwd', 'javascript:alert(1)', 'https://'])('refuses %j', (typed) => {
    expect(toFeedAddress(typed)).toBeNull()
  })
})

describe('plainFeedAddress', () => {
  it.each([['blog.example/rss', 'http://blog.example/rss'], ['feed://blog.example/rss', 'http://blog.example/rss'], ['//blog.example', 'http://blog.example/'], ['https.example', 'http://https.example/']])('of %s is %s', (typed, address) => {
    expect(plainFeedAddress(typed)).toBe(address)
  })

  it.each(['https://blog.example', 'HTTP://blog.example', 'feed:https://blog.example', 'no address'])('there is none of %j: the scheme was chosen', (typed) => {
    expect(plainFeedAddress(typed)).toBeNull()
  })
})

describe('isUnencryptedAddress', () => {
  it.each([['http://blog.example/rss', true], ['https://blog.example/rss', false], ['http://127.0.0.1:8080/rss', false], ['http://localhost/rss', false], ['nothing', false]])('says of %s %j', (address, is) => {
    expect(isUnencryptedAddress(address)).toBe(is)
  })
})
