import { mentionPattern } from '../../record/find-mentions.ts'
import type { MemberRow } from '../../record/members-record.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
}

const tokens = /https?:\/\/[^\s<>"]+|(?<![\w/@.])@[a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_])?(?:@[a-z0-9.-]*[a-z0-9](?::\d+)?)?|(?<![\p{L}\p{N}_&/])#[\p{L}\p{N}_]+/giu

/**
 * A status as Mastodon gives it out: paragraphs, line breaks, links with their invisible beginning, names and hashtags as links
 * (https://docs.joinmastodon.org/spec/activitypub/#sanitization and what real servers send).
 */
export function textToHtml(text: string, base: string, findMember: (handle: string) => MemberRow | null): string {
  if (text === '') return ''
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map((line) => lineToHtml(line, base, findMember)).join('<br />')}</p>`)
    .join('')
}

function lineToHtml(line: string, base: string, findMember: (handle: string) => MemberRow | null): string {
  let html = ''
  let end = 0
  for (const match of line.matchAll(tokens)) {
    const token = trimAddress(match[0])
    html += escapeHtml(line.slice(end, match.index)) + tokenToHtml(token, base, findMember)
    end = match.index + token.length
  }
  return html + escapeHtml(line.slice(end))
}

/** A full stop or bracket after an address belongs to the sentence. */
function trimAddress(token: string): string {
  return token.startsWith('http') ? token.replace(/[.,;:!?»)\]]+$/u, '') : token
}

function tokenToHtml(token: string, base: string, findMember: (handle: string) => MemberRow | null): string {
  if (token.startsWith('#')) return hashtagToHtml(token.slice(1), base)
  if (token.startsWith('@')) return mentionToHtml(token, base, findMember)
  return linkToHtml(token)
}

function hashtagToHtml(name: string, base: string): string {
  return `<a href="${base}/tags/${encodeURIComponent(name.toLowerCase())}" class="mention hashtag" rel="tag">#<span>${escapeHtml(name)}</span></a>`
}

function mentionToHtml(token: string, base: string, findMember: (handle: string) => MemberRow | null): string {
  const handle = [...token.matchAll(mentionPattern)][0]?.[1] ?? ''
  const found = findMember(handle)
  if (found === null) return escapeHtml(token)
  return `<span class="h-card" translate="no"><a href="${base}/@${found.handle}" class="u-url mention">@<span>${found.handle}</span></a></span>`
}

function linkToHtml(address: string): string {
  const [, scheme = '', rest = ''] = /^(https?:\/\/(?:www\.)?)(.*)$/i.exec(address) ?? []
  const shown = rest.slice(0, 30)
  const hidden = rest.slice(30)
  const ellipsis = hidden === '' ? '' : 'ellipsis'
  return (
    `<a href="${escapeHtml(address)}" target="_blank" rel="nofollow noopener noreferrer" translate="no"><span class="invisible">${escapeHtml(scheme)}</span>` +
    `<span class="${ellipsis}">${escapeHtml(shown)}</span><span class="invisible">${escapeHtml(hidden)}</span></a>`
  )
}

/** Hashtags of a text, without the sign, each once, as first written. */
export function findHashtags(text: string): readonly string[] {
  const found = new Map<string, string>()
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_&/])#([\p{L}\p{N}_]+)/gu)) {
    const name = match[1] ?? ''
    if (!found.has(name.toLowerCase()) && /\D/.test(name)) found.set(name.toLowerCase(), name)
  }
  return [...found.values()]
}
