// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { cleanPastedHtml, hasPastedWords, struckWordsOf } from '../../../renderer/features/composer/editor/paste/clean-pasted-html.ts'
import { fromGoogleDocs, fromPage, fromWord } from '../../support/pasted-html.ts'

/** Elements and words alone. */
const bare = (html: string): string => html.replaceAll(/<!--.*?-->|<\/?(?:o:p|st1:place)\b[^>]*>/gs, '').replaceAll(/<([a-z0-9]+)(?: (?!href)[a-z-]+="[^"]*")+/g, '<$1').replaceAll(/\s*\n\s*/g, ' ').trim()

describe('cleanPastedHtml', () => {
  test('Word’s paragraphs with signs are lists, one in the other', () => {
    const clean = bare(cleanPastedHtml(fromWord, false))
    expect(clean).toContain('<ul><li><p>Huîtres</p><ul><li><p>de Cancale</p></li></ul></li><li><p>Pain</p></li></ul>')
    expect(clean).toContain('<ol><li><p>le port</p></li><li><p>le phare</p></li></ol>')
    expect(clean).toContain('<p>Lundi | 9&nbsp;h<br>Mardi | fermé</p>')
    expect(clean).toContain('venez&nbsp;! <a href="https://maree.example/carte">La carte</a></p>')
    expect(clean).not.toMatch(/ftn|mso|·|style|strong/)
  })

  test('Google Docs: the wrapper is no stress, the redirect no address, the break between paragraphs no line', () => {
    const clean = bare(cleanPastedHtml(fromGoogleDocs, true))
    expect(clean).toBe('<h2>Open day</h2><p>We are <strong>open</strong> late. <a href="https://tide.example/late">https://tide.example/late</a></p><ul><li><p>Soup</p></li><li><p>Bread</p></li></ul><p>Line one<br>line two</p>')
    expect(cleanPastedHtml(fromGoogleDocs, false)).not.toMatch(/<(h2|strong|b|em|span)\b/)
  })

  test('a page: no script, nothing hidden, emoji by their signs, links only where they lead', () => {
    const clean = cleanPastedHtml(fromPage, false)
    expect(clean).toContain('Rain today 🌧️')
    expect(clean).not.toMatch(/script|alert|hidden|Share|boat|relative|<table|<img/)
  })

  test.each([
    ['<b>a</b>', true, '<strong>a</strong>'],
    ['<b>a</b>', false, 'a'],
    ['<span style="font-style:italic">a</span>', true, '<em>a</em>'],
    ['<p>a&nbsp;b&nbsp;&nbsp; c</p>', false, '<p>a b c</p>'],
    ['<p>«&nbsp;oui&nbsp;»&nbsp;: 12&nbsp;000&nbsp;€</p>', false, '<p>«&nbsp;oui&nbsp;»&nbsp;: 12&nbsp;000&nbsp;€</p>'],
    ['<a href="https://user:word@a.example/">a</a>', false, 'a'],
    ['<a href="mailto:a@b.example">Write</a>', false, '<a href="mailto:a@b.example">Write</a>'],
    ['<p data-pm-slice="1 1 []">kept <b>so</b></p>', false, '<p data-pm-slice="1 1 []">kept <b>so</b></p>'],
    [`<a href="https://a.example/?${'t'.repeat(3000)}">The sale</a>`, false, `The sale https://a.example/?${'t'.repeat(3000)}`],
    [`<a href="javascript:${'t'.repeat(3000)}">The sale</a>`, false, 'The sale'],
    ['<p>on <del cite="mailto:Jo">Friday</del><ins cite="mailto:Jo">Saturday</ins>.<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[JD1]</a></span></p>', false, '<p>on Saturday.</p>'],
    ['<p><s>$20</s> $15</p>', false, '<p> $15</p>'],
    ['<span style="text-decoration:line-through">paid</span><span style="text-decoration:none">free</span>', false, 'free'],
    ['', false, '']
  ])('%s', (html, keeps, clean) => {
    expect(cleanPastedHtml(html, keeps)).toBe(clean)
  })

  test.each([
    ['<p>on <del>Friday</del><ins>Saturday</ins>, <s>paid <strike>dear</strike></s> free</p>', 'Friday … paid dear'],
    ['<p>all of it</p>', ''],
    ['<p data-pm-slice="0 0 []"><s>its own</s></p>', '']
  ])('what was struck out is told: %s', (html, words) => {
    expect(struckWordsOf(html)).toBe(words)
  })

  test('what stands above a table is its first line', () => {
    expect(bare(cleanPastedHtml('<table><caption>Prices</caption><tr><td>Soup</td><td>4</td></tr></table>', false))).toBe('<p>Prices<br>Soup | 4</p>')
  })

  test('a picture copied on a page has no words, a table that comes with its picture does', () => {
    expect(hasPastedWords('<meta charset="utf-8"><img src="https://a.example/b.png" alt="A boat">')).toBe(false)
    expect(hasPastedWords('<style>td {}</style><table><tr><td>1</td></tr></table>')).toBe(true)
  })
})
