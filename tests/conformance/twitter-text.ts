import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import endings from 'tlds' with { type: 'json' }
import { parse } from 'yaml'
import { z } from 'zod'
import { findXLinks } from '../../shared/text/x/find-x-links.ts'
import { findXMentions, findXReplyTarget } from '../../shared/text/x/find-x-mentions.ts'
import { findXCashtags, findXHashtags } from '../../shared/text/x/find-x-tags.ts'
import { weighXText, xWeighing, type XWeighing } from '../../shared/text/x/weigh-x-text.ts'
import { ask, type DataSet, type Exclusion } from './data-set.ts'

const fileSchema = z.object({ tests: z.record(z.string(), z.array(z.object({ description: z.string(), text: z.string(), expected: z.unknown() }))) })
type Sections = z.infer<typeof fileSchema>['tests']

const indices = ({ start, end }: { readonly start: number; readonly end: number }) => [start, end]

// The indices of the data set count code points, ours count code units as JavaScript does.
function inCodePoints(text: string, [start = 0, end = 0]: readonly number[]): readonly number[] {
  const before = [...text.slice(0, start)].length
  return [before, before + [...text.slice(start, end)].length]
}

const extractions: Readonly<Record<string, (text: string) => unknown>> = {
  mentions: (text) => mentionsOf(text).map(({ handle }) => handle),
  mentions_with_indices: (text) => mentionsOf(text).map((mention) => ({ screen_name: mention.handle, indices: inCodePoints(text, indices(mention)) })),
  mentions_or_lists_with_indices: (text) => findXMentions(text).map((mention) => ({ screen_name: mention.handle, list_slug: mention.list, indices: inCodePoints(text, indices(mention)) })),
  replies: (text) => findXReplyTarget(text),
  urls: (text) => findXLinks(text).map(({ address }) => address),
  urls_with_indices: (text) => findXLinks(text).map((link) => ({ url: link.address, indices: inCodePoints(text, indices(link)) })),
  urls_with_directional_markers: (text) => findXLinks(text).map((link) => ({ url: link.address, indices: inCodePoints(text, indices(link)) })),
  tco_urls_with_params: (text) => findXLinks(text).map(({ address }) => address),
  hashtags: (text) => findXHashtags(text).map(({ tag }) => tag),
  hashtags_from_astral: (text) => findXHashtags(text).map(({ tag }) => tag),
  hashtags_with_indices: (text) => findXHashtags(text).map((tag) => ({ hashtag: tag.tag, indices: inCodePoints(text, indices(tag)) })),
  cashtags: (text) => findXCashtags(text).map(({ tag }) => tag),
  cashtags_with_indices: (text) => findXCashtags(text).map((tag) => ({ cashtag: tag.tag, indices: inCodePoints(text, indices(tag)) }))
}

const mentionsOf = (text: string) => findXMentions(text).filter(({ list }) => list === '')

const version1: XWeighing = { max: 140, perLink: 23, usual: 100, light: [], emojiAreOne: false }
const version2: XWeighing = { ...xWeighing, emojiAreOne: false }

const isWhole = (text: string, found: readonly { readonly start: number; readonly end: number }[]): boolean =>
  found.length === 1 && found.every(({ start, end }) => start === 0 && end === text.length)

const weigh = (weighing: XWeighing) => (text: string) => {
  const { weight, isValid, permillage, fits } = weighXText(text, weighing)
  return {
    weightedLength: weight, valid: isValid, permillage,
    displayRangeStart: 0, displayRangeEnd: text.length - 1, validRangeStart: 0, validRangeEnd: fits - 1
  }
}

const validations: Readonly<Record<string, (text: string) => unknown>> = {
  tweets: (text) => weighXText(text, version1).isValid,
  usernames: (text) => isWhole(text, mentionsOf(text)),
  lists: (text) => isWhole(text, findXMentions(text).filter(({ list }) => list !== '')),
  hashtags: (text) => isWhole(text, findXHashtags(text)),
  WeightedTweetsCounterTest: weigh(version2),
  WeightedTweetsWithDiscountedEmojiCounterTest: weigh(xWeighing),
  UnicodeDirectionalMarkerCounterTest: weigh(xWeighing)
}

const makesHtml = 'turns a post into HTML for a web page: X does that itself, Vigie sends plain text'

/** X's own data for its own rules; `folder` holds conformance/*.yml of twitter/twitter-text. */
export function twitterTextSets(folder: string): readonly DataSet[] {
  const read = (name: string): Sections => fileSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))).tests
  const count = (sections: Sections, names: readonly string[]): number => names.reduce((sum, name) => sum + (sections[name]?.length ?? 0), 0)
  const extract = read('extract.yml')
  const validate = read('validate.yml')
  const autolink = read('autolink.yml')
  const highlighting = read('hit_highlighting.yml')
  return [
    answerAll('twitter-text extract', extract, extractions, []),
    answerAll('twitter-text validate', validate, validations, [
      { what: 'urls, urls_without_protocol', count: count(validate, ['urls', 'urls_without_protocol']), reason: 'judges an address that stands alone; Vigie asks X’s rules only for addresses within a post, which extract covers' }
    ]),
    { set: 'twitter-text autolink', cases: [], excluded: [{ what: 'all', count: count(autolink, Object.keys(autolink)), reason: makesHtml }] },
    { set: 'twitter-text hit highlighting', cases: [], excluded: [{ what: 'all', count: count(highlighting, Object.keys(highlighting)), reason: makesHtml }] },
    topLevelDomains(folder)
  ]
}

function answerAll(set: string, sections: Sections, answers: Readonly<Record<string, (text: string) => unknown>>, excluded: readonly Exclusion[]): DataSet {
  const cases = Object.entries(answers).flatMap(([name, answer]) => {
    const section = sections[name] ?? []
    if (section.length === 0) throw new Error(`${set} has no section ${name}: the data set is another one than was read`)
    return section.map((question) => ask(`${name}: ${question.description}`, question.expected, () => answer(question.text)))
  })
  return { set, cases, excluded }
}

/** Each ending of names is found as a link. */
function topLevelDomains(folder: string): DataSet {
  const { country, generic } = topLevelDomainsSchema.parse(parse(readFileSync(join(folder, 'tlds.yml'), 'utf8'))).tests
  const all = [...country, ...generic]
  const asked = all.filter(({ text }) => known.has(text.replace('https://twitter.', '')))
  const ended = { what: 'endings without names', count: all.length - asked.length, reason: 'not delegated any more (or never were), by the list of endings of today: no address can end with them' }
  return { set: 'twitter-text top-level domains', cases: asked.map(({ description, text, expected }) => ask(description, expected, () => findXLinks(text).map(({ address }) => address))), excluded: [ended] }
}

const endingSchema = z.array(z.object({ description: z.string(), text: z.string(), expected: z.array(z.string()) }))
const topLevelDomainsSchema = z.object({ tests: z.object({ country: endingSchema, generic: endingSchema }) })
const known = new Set(endings)
