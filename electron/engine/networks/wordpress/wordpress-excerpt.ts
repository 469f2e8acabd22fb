import type { WordpressPost } from './wordpress-schemas.ts'

/**
 * The field is HTML, and a theme shows it as such; what stands in it here are plain words: https://developer.wordpress.org/reference/functions/get_the_excerpt/ (read on 2026-11-23).
 */
export function excerptOf(teaser: string): string {
  return teaser.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** What somebody wrote into it; what the site makes of the article's beginning where nobody did, is no part of the post. Left out where the site does not tell. */
export function teaserThere({ excerpt }: WordpressPost, sent: string): { readonly teaser?: string } {
  const raw = excerpt?.raw
  if (raw === undefined) return {}
  return { teaser: isSameExcerpt(raw, sent) ? sent : asWords(raw) }
}

/** Where none was sent, nothing can have become of it. */
export function hasItsExcerpt({ excerpt }: WordpressPost, sent: string | undefined): boolean {
  return sent === undefined || excerpt?.raw === undefined || isSameExcerpt(excerpt.raw, sent)
}

function isSameExcerpt(raw: string, sent: string): boolean {
  return asWords(raw) === asWords(excerptOf(sent))
}

function asWords(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll(/\s+/gu, ' ').trim()
}
