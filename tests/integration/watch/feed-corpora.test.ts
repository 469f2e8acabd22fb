import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedFolder } from '../../support/shared-folder.ts'
import { feedparserExpectations, filesBelow, gofeedExpectations, parseFile, type Expectation } from './feed-corpora.ts'

const feeds = `${sharedFolder}/feeds`
const hasFeeds = existsSync(feeds)
if (!hasFeeds) console.log(`feed corpora: skipped, ${feeds} is not there (VIGIE_SHARED names the folder)`)

const relative = (path: string): string => path.slice(feeds.length + 1)

/** Documents that are no feed that anybody publishes today. */
const noFeeds = /illformed\/rss_empty_document|\/cdf|universal\/(?:empty|unknown)_feed|rss-parser\/test\/input\/unrecognized|miniflux\/internal\/reader\/xml\//

/** What Vigie does otherwise, on purpose or because nobody has written it for twenty years. */
const otherwise: readonly [RegExp, string][] = [
  [/\/cdf\//, 'Channel Definition Format, 1997'],
  [/base64/, 'Atom 0.3 mode="base64", replaced in 2005'],
  [/naked_markup/, 'Atom 0.3 mode="xml", replaced in 2005'],
  [/sanitize\/item_(?:body|fullitem|xhtml_body)_/, 'XHTML body inside an RSS item, never common'],
  [/sanitize\/.*(?:crazy|object|iframe|malicious_comment|xml_declaration|lucida)/, 'which text survives in markup made to attack is a matter of the sanitiser'],
  [/entities\/[lr]ang/, '&lang; has another code point in HTML 5'],
  [/rss2\.0NSwithModulesNoDefNS/, 'RSS elements in a namespace of their own'],
  [/http_item_link_base_content_location/, 'Content-Location as base address'],
  [/updated_multiple_values/, 'two dates in one entry: the last counts here'],
  [/item_dc_author/, 'dc:author is no element of Dublin Core'],
  [/item_summary_and_description/, 'summary is no element of RSS'],
  [/feed_item_fallbacks/, 'dc:author is no element of Dublin Core'],
  [/channel_item_links/, 'three links in one item: the first counts here']
]

function differences(expectations: readonly Expectation[]): string[] {
  return expectations
    .filter((each) => !each.isMet && !otherwise.some(([pattern]) => pattern.test(each.path)))
    .map(({ path, field, expected, actual }) => `${relative(path)}: ${field}: ${JSON.stringify(expected)} but ${JSON.stringify(actual)}`)
}

describe.skipIf(!hasFeeds)('feeds of other projects', () => {
  it.each(['feedparser/tests', 'gofeed/testdata', 'rss-parser/test', 'miniflux/internal/reader', 'feedsmith/src/feeds'])('%s: every document is read', (corpus) => {
    const files = filesBelow(`${feeds}/${corpus}`).filter((path) => /\.(?:xml|rss|atom|rdf)$/.test(path))
    expect(files.length).toBeGreaterThan(10)
    expect(files.filter((path) => parseFile(path) === null && !noFeeds.test(path)).map(relative)).toEqual([])
  })

  it('feedparser’s expectations are met', () => {
    const expectations = filesBelow(`${feeds}/feedparser/tests`).filter((path) => path.endsWith('.xml')).flatMap(feedparserExpectations)
    expect(expectations.length).toBeGreaterThan(900)
    expect(differences(expectations)).toEqual([])
  })

  it('gofeed’s expectations are met', () => {
    const expectations = filesBelow(`${feeds}/gofeed/testdata/translator`).filter((path) => path.endsWith('.xml')).flatMap(gofeedExpectations)
    expect(expectations.length).toBeGreaterThan(40)
    expect(differences(expectations)).toEqual([])
  })

  it('real feeds keep their items, dates and addresses', () => {
    const files = filesBelow(`${feeds}/rss-parser/test/input`).filter((path) => !/unrecognized|upstream/.test(path))
    const items = files.flatMap((path) => parseFile(path)?.items ?? [])
    expect(items.length).toBeGreaterThan(1_300)
    const share = (has: (item: (typeof items)[number]) => boolean): number => items.filter(has).length / items.length
    expect(share((item) => item.title !== '')).toBeGreaterThan(0.999)
    expect(share((item) => item.url !== null)).toBeGreaterThan(0.95)
    expect(share((item) => item.publishedAt !== null)).toBeGreaterThan(0.95)
    expect(share((item) => /<\/?(?:p|a|div|img|br)\b[^>]*>/i.test(item.title + item.summary))).toBeLessThan(0.01)
  })
})
