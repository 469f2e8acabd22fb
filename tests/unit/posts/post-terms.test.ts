import { describe, expect, test } from 'vitest'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { blueskyCapabilities } from '../../../shared/networks/bluesky-capabilities.ts'
import { tiktokCapabilities } from '../../../shared/networks/tiktok-capabilities.ts'
import { youtubeCapabilities } from '../../../shared/networks/youtube-capabilities.ts'
import { checkTerms, checkTermsOf } from '../../../shared/posts/check-terms.ts'
import { changeBetween, comparePosts, isSameToTheEye } from '../../../shared/posts/compare-posts.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import { beginningTerms, chosenAnew, inOrder, labelledAsAi, openFilmTerms, openTerms, termsAsWord, type PostTerms, type TermsOffer } from '../../../shared/posts/post-terms.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { filmTerms } from '../../support/film-terms.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'

const rule = tiktokCapabilities.terms!
const film = { hasFilm: true, longestMs: 60_000 }
const pictures = { hasFilm: false, longestMs: 0 }
const offer: TermsOffer = { nickname: 'Atelier', audiences: ['everyone', 'with_link', 'only_me'], closed: ['duets'], longestFilmMs: 60_000 }
const chosen: PostTerms = { audience: 'everyone', allows: ['comments'], discloses: null }
const document: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Le phare' }] }] }
const contentWith = (terms?: PostTerms): PostContent => ({ title: '', document, media: [{ mediaId: 'film', altText: '' }], targets: [{ accountId: 'a', variant: null, ...(terms === undefined ? {} : { terms }) }] })

describe('what keeps a post from going out under its terms', () => {
  test.each<[string, PostTerms, TermsOffer | null, typeof film, readonly string[]]>([
    ['nothing, where all is chosen from what there is', chosen, offer, film, []],
    ['nobody chose who may see it', openTerms, null, film, ['terms_audience_missing']],
    ['the account is not offered it', { ...chosen, audience: 'followers' }, offer, film, ['terms_audience_gone']],
    ['nothing is known of the account, so nothing is concluded', { ...chosen, audience: 'followers', allows: ['duets'] }, null, { ...film, longestMs: 9e9 }, []],
    ['its settings have switched it off', { ...chosen, allows: ['duets'] }, offer, film, ['terms_allowance_closed']],
    ['pictures have no duets', { ...chosen, allows: ['duets'] }, offer, pictures, []],
    ['it advertises, and whom is not said', { ...chosen, discloses: [] }, offer, film, ['terms_disclosure_missing']],
    ['what is paid for is for nobody’s eyes', { ...chosen, audience: 'only_me', discloses: ['partner'] }, offer, film, ['terms_partner_private']],
    ['what the account advertises itself may be', { ...chosen, audience: 'only_me', discloses: ['own_brand'] }, offer, film, []],
    ['the film is too long, by a moment', chosen, offer, { ...film, longestMs: 60_001 }, ['terms_film_too_long']],
    ['no length is told', chosen, { ...offer, longestFilmMs: null }, { ...film, longestMs: 9e9 }, []],
    ['all of it at once', { audience: 'followers', allows: ['duets'], discloses: [] }, offer, { ...film, longestMs: 60_001 }, ['terms_audience_gone', 'terms_allowance_closed', 'terms_disclosure_missing', 'terms_film_too_long']]
  ])('%s', (_name, terms, known, sent, codes) => {
    expect(checkTerms(terms, rule, known, sent)).toEqual(codes)
  })

  test.each<[string, PostTerms, TermsOffer | null, Parameters<typeof checkTerms>[3], readonly string[]]>([
    ['nothing, where a person has answered', filmTerms, null, film, []],
    ['nobody has', openFilmTerms, null, film, ['terms_kids_missing']],
    ['terms that another network asks for say nothing of it', chosen, null, film, ['terms_kids_missing']],
    ['without a film there is nothing to ask', openFilmTerms, null, pictures, []],
    ['a category or a playlist is gone', { ...filmTerms, film: { ...filmTerms.film!, category: { id: '27', name: 'x' }, playlist: { id: 'PL1', name: 'y' } } }, { ...offer, film: { categories: [], playlists: [{ id: 'PL2', name: 'z' }] } }, film, ['terms_category_gone', 'terms_playlist_gone']],
    ['nothing is known of them, so nothing is concluded', { ...filmTerms, film: { ...filmTerms.film!, category: { id: '27', name: 'x' } } }, offer, film, []],
    ['a first comment below a film for children', { ...filmTerms, film: { ...filmTerms.film!, madeForKids: true } }, null, { ...film, hasComment: true }, ['terms_no_comments']],
    ['a first comment where nobody else sees it', { ...filmTerms, audience: 'only_me' }, null, { ...film, hasComment: true }, ['terms_no_comments']],
    ['a first comment where whoever has the link sees it', { ...filmTerms, audience: 'with_link' }, null, { ...film, hasComment: true }, []]
  ])('of a film: %s', (_name, terms, known, sent, codes) => {
    expect(checkTerms(terms, youtubeCapabilities.terms!, known, sent)).toEqual(codes)
  })

  test('is looked for in what goes out: its film, and nothing where no terms are given or asked for', () => {
    const item = { id: 'film', mediaType: 'video/mp4', durationMs: 61_000 } as MediaItem
    const part = (terms?: PostTerms) => ({ media: [{ mediaId: 'film', altText: '' }], ...(terms === undefined ? {} : { terms }) })
    expect(checkTermsOf([part(chosen)], tiktokCapabilities, [item], offer)).toEqual(['terms_film_too_long'])
    expect(checkTermsOf([part()], tiktokCapabilities, [item], offer)).toEqual([])
    expect(checkTermsOf([part(openTerms)], blueskyCapabilities, [item], offer)).toEqual([])
  })
})

describe('the terms of one account', () => {
  const account = { id: 'a', networkId: 'tiktok' as const, remoteId: '1' }

  test('go out with its part, in a thread that is joined too, and nowhere where nobody asks for them', () => {
    const more: PostContent = { ...contentWith(chosen), moreParts: [{ id: 'b', document, variants: [], media: [] }] }
    expect([contentWith(chosen), more].map((content) => partsFor(content, account, tiktokCapabilities)[0]?.terms)).toEqual([chosen, chosen])
    expect(partsFor(contentWith(chosen), { ...account, networkId: 'bluesky' }, blueskyCapabilities)[0]).not.toHaveProperty('terms')
    expect(partsFor(contentWith(), account, tiktokCapabilities)[0]).not.toHaveProperty('terms')
  })

  test('begin with nothing chosen, where its last post went out at once', () => {
    expect([beginningTerms({}), beginningTerms({ beginsWithTerms: true })]).toEqual([{}, { terms: { audience: null, allows: [], discloses: null } }])
    expect(chosenAnew(contentWith(chosen).targets, true)).toEqual([{ accountId: 'a', variant: null, terms: { ...chosen, audience: null } }])
    expect(chosenAnew(contentWith().targets, false)).toEqual(contentWith().targets)
    // What AI made is said of the film, not of the next one.
    const labelled = contentWith(labelledAsAi(chosen, true)).targets
    expect([true, false].map((hasFiles) => chosenAnew(labelled, hasFiles)[0]?.terms?.isMadeWithAi)).toEqual([true, undefined])
    expect([termsAsWord(labelledAsAi(chosen, true)) === termsAsWord(chosen), labelledAsAi(labelledAsAi(chosen, true), false)]).toEqual([false, chosen])
    expect(inOrder(['comments', 'duets', 'stitches'], ['stitches', 'comments'])).toEqual(['comments', 'stitches'])
  })

  test('of a film on YouTube there always are some: open ones until somebody answers, which a copy keeps', () => {
    const channel = { id: 'a', networkId: 'youtube' as const, remoteId: '1' }
    expect(partsFor(contentWith(), channel, youtubeCapabilities)[0]?.terms).toEqual(openFilmTerms)
    expect(partsFor(contentWith(filmTerms), channel, youtubeCapabilities)[0]?.terms).toEqual(filmTerms)
    expect(partsFor({ ...contentWith(), targets: [] }, channel, youtubeCapabilities)[0]).not.toHaveProperty('terms')
    expect(chosenAnew(contentWith(filmTerms).targets, true)).toEqual(contentWith(filmTerms).targets)
  })

  test('of a film are not answered beforehand where no film goes along: a template of words says for no film whom it is made for', () => {
    expect(chosenAnew(contentWith(filmTerms).targets, false)[0]?.terms).toEqual({ ...filmTerms, film: { ...filmTerms.film!, madeForKids: null } })
  })

  test('of a film are compared by what is chosen, and not by what it is called', () => {
    const named = (name: string): PostTerms => ({ ...filmTerms, film: { ...filmTerms.film!, playlist: { id: 'PL1', name } } })
    expect(termsAsWord(named('Quays'))).toBe(termsAsWord(named('The quays')))
    const others: readonly Partial<NonNullable<PostTerms['film']>>[] = [{ madeForKids: true }, { notifies: false }, { category: { id: '27', name: '' } }, { playlist: null }]
    expect(new Set([named('Quays'), ...others.map((more) => ({ ...named('Quays'), film: { ...named('Quays').film!, ...more } })), { ...named('Quays'), audience: 'only_me' as const }].map(termsAsWord)).size).toBe(6)
    expect(termsAsWord(chosen)).toBe('["everyone",["comments"],null]')
  })

  test('are a difference that anybody could see', () => {
    const differs = (before: PostContent, after: PostContent) => [comparePosts(before, after).terms, isSameToTheEye(comparePosts(before, after)), changeBetween(before, after).others]
    expect(differs(contentWith(chosen), contentWith({ ...chosen, audience: 'only_me' }))).toEqual([['a'], false, ['terms']])
    expect(differs(contentWith(), contentWith(chosen))).toEqual([['a'], false, ['terms']])
    expect(differs(contentWith(chosen), contentWith({ ...chosen }))).toEqual([[], true, []])
  })
})
