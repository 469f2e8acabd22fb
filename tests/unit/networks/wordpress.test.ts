import { describe, expect, it } from 'vitest'
import { apiRootIn } from '../../../electron/engine/networks/wordpress/find-wordpress-api.ts'
import { documentToBlocks } from '../../../electron/engine/networks/wordpress/document-to-blocks.ts'
import { apiAddress } from '../../../electron/engine/networks/wordpress/wordpress-api.ts'
import type { RichDocument, RichNode } from '../../../shared/posts/rich-document.ts'

describe('apiAddress', () => {
  it.each([
    ['https://blog.example/wp-json/', 'https://blog.example/wp-json/wp/v2/posts?slug=a+b&per_page=3'],
    ['https://blog.example/fr/wp-json', 'https://blog.example/fr/wp-json/wp/v2/posts?slug=a+b&per_page=3'],
    ['https://blog.example/?rest_route=/', 'https://blog.example/?rest_route=%2Fwp%2Fv2%2Fposts&slug=a+b&per_page=3'],
    ['https://blog.example/index.php?rest_route=/', 'https://blog.example/index.php?rest_route=%2Fwp%2Fv2%2Fposts&slug=a+b&per_page=3']
  ])('under %s', (root, address) => {
    expect(apiAddress(root, '/wp/v2/posts', { slug: 'a b', per_page: 3, nothing: undefined })).toBe(address)
  })
})

describe('apiRootIn', () => {
  it('reads the link of a page', () => {
    expect(apiRootIn('<https://blog.example/wp-json/>; rel="https://api.w.org/", <https://blog.example/>; rel=shortlink')).toBe('https://blog.example/wp-json/')
    expect(apiRootIn('<http://127.0.0.1:80/?rest_route=/>; rel="https://api.w.org/"')).toBe('http://127.0.0.1:80/?rest_route=/')
  })

  it.each(['', '<http://blog.example/wp-json/>; rel="https://api.w.org/"', '<nonsense>; rel="https://api.w.org/"', '<https://blog.example/>; rel=shortlink'])('finds none in %j', (header) => {
    expect(apiRootIn(header)).toBeNull()
  })
})

describe('documentToBlocks', () => {
  const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content })
  const text = (value: string, ...marks: NonNullable<RichNode['marks']>): RichNode => ({ type: 'text', text: value, marks })
  const blocks = (...content: RichNode[]): string => documentToBlocks({ type: 'doc', content } satisfies RichDocument, [])

  it('writes nothing that could be markup of a stranger', () => {
    const html = blocks(paragraph(text('<script>alert("1")</script> & <!-- /wp:paragraph -->', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))
    expect(html).toBe('<!-- wp:paragraph -->\n<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;!-- /wp:paragraph --&gt;</p>\n<!-- /wp:paragraph -->')
  })

  it('leaves empty paragraphs out, numbers lists from their start, and nests them', () => {
    const item = (...content: RichNode[]): RichNode => ({ type: 'listItem', content })
    const inner: RichNode = { type: 'orderedList', attrs: { start: 3 }, content: [item(paragraph(text('b')))] }
    const html = blocks(paragraph(), { type: 'bulletList', content: [item(paragraph(text('a')), inner)] })
    expect(html.replaceAll('\n', '')).toBe(
      '<!-- wp:list --><ul class="wp-block-list"><!-- wp:list-item --><li>a<!-- wp:list {"ordered":true,"start":3} --><ol start="3" class="wp-block-list">' +
        '<!-- wp:list-item --><li>b</li><!-- /wp:list-item --></ol><!-- /wp:list --></li><!-- /wp:list-item --></ul><!-- /wp:list -->'
    )
  })

  it('keeps a level of heading that exists', () => {
    expect(blocks({ type: 'heading', attrs: { level: 3 }, content: [text('t')] })).toContain('<!-- wp:heading {"level":3} -->\n<h3')
    expect(blocks({ type: 'heading', attrs: { level: 99 }, content: [text('t')] })).toContain('<h2')
  })
})
