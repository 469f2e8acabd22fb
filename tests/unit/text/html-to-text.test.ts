import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../../electron/engine/text/html-to-text.ts'

describe('htmlToText', () => {
  it('reads a Mastodon status: mention, hashtag, shortened address, line break', () => {
    const html =
      '<p><span class="h-card"><a href="https://m.example/@lea" class="u-url mention">@<span>lea</span></a></span> bonjour&nbsp;!<br>' +
      '<a href="https://m.example/tags/ete" class="mention hashtag" rel="tag">#<span>été</span></a></p>' +
      '<p><a href="https://exemple.fr/un/tres/long/chemin"><span class="invisible">https://</span><span class="ellipsis">exemple.fr/un/tres</span><span class="invisible">/long/chemin</span></a></p>'
    expect(htmlToText(html)).toBe('@lea bonjour\u00a0!\n#été\n\nhttps://exemple.fr/un/tres/long/chemin')
  })

  it('reads a WordPress comment: paragraphs, words of a link, list, quote', () => {
    const html = '<p>Great &amp; good,\n see <a href="https://example.org/x">this page</a>.</p>\n<ul>\n<li>one</li>\n<li><p>two</p></li>\n</ul>\n<ol><li>a<li>b</ol><blockquote><p>said</p></blockquote>'
    expect(htmlToText(html)).toBe('Great & good, see this page (https://example.org/x).\n\n• one\n• two\n\n1. a\n2. b\n\nsaid')
    expect(htmlToText(html, { addresses: 'left_out' })).toContain('see this page.')
  })

  it('leaves out what is not for reading', () => {
    expect(htmlToText('<style>p{}</style><p>a<script>alert("x")</script>b<!-- c --></p><noscript>d</noscript>')).toBe('ab')
  })

  it('shows only web addresses', () => {
    expect(htmlToText('<a href="javascript:alert(1)">click</a> <a href="data:x">me</a> <a>now</a>')).toBe('click me now')
  })

  it('keeps white space in preformatted text only', () => {
    expect(htmlToText('<p>  a \n\n b  </p><pre>x\n  y</pre>')).toBe('a b\n\nx\n  y')
  })

  it('takes hostile nesting and broken markup without complaint', () => {
    expect(htmlToText(`${'<div>'.repeat(500)}deep`)).toBe('deep')
    expect(htmlToText('<i>'.repeat(1_000_000))).toBe('')
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (html) => void htmlToText(html)))
    fc.assert(fc.property(fc.array(fc.constantFrom('<p>', '</p>', '<ul>', '<li>', '</ul>', '<a href="https://x.y">', '</a>', '<br>', 'text', ' ', '<pre>', '&amp;')), (parts) => void htmlToText(parts.join(''))))
  })

  it('gives plain words back unchanged', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé]+$/), { minLength: 1 }), (words) => {
        expect(htmlToText(`<p>${words.join(' ')}</p>`)).toBe(words.join(' '))
      })
    )
  })
})
