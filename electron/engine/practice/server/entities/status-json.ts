import type { MemberRow } from '../../record/members-record.ts'
import type { PracticeRecord } from '../../record/practice-record.ts'
import type { StatusPoll, StatusRow } from '../../record/statuses-record.ts'
import { accountJson } from './account-json.ts'
import { mediaJson } from './media-json.ts'
import { findHashtags, textToHtml } from './text-to-html.ts'

/** https://docs.joinmastodon.org/entities/Status/ as the own account sees it, or as anybody does when `viewer` is null. */
export function statusJson(record: PracticeRecord, status: StatusRow, base: string, viewer: MemberRow | null): Record<string, unknown> {
  const author = record.members.read(status.authorId)
  if (author === null) throw new Error(`status ${status.id} has no author`)
  const reblogged = status.reblogOfId === null ? null : record.statuses.read(status.reblogOfId)
  const shown = reblogged ?? status
  const counts = record.statuses.counts(shown.id)
  const parent = status.inReplyToId === null ? null : record.statuses.read(status.inReplyToId)
  const address = `${base}/@${author.handle}/${status.id}`
  return {
    id: status.id,
    created_at: new Date(status.createdAt).toISOString(),
    edited_at: status.editedAt === null ? null : new Date(status.editedAt).toISOString(),
    in_reply_to_id: status.inReplyToId,
    in_reply_to_account_id: parent?.authorId ?? null,
    sensitive: status.sensitive,
    spoiler_text: status.spoilerText,
    visibility: status.visibility,
    language: status.language,
    uri: `${base}/users/${author.handle}/statuses/${status.id}`,
    url: address,
    replies_count: counts.replies,
    reblogs_count: counts.reblogs,
    favourites_count: counts.favourites,
    quotes_count: counts.quotes,
    quote: quoteJson(record, shown, base),
    quote_approval: approvalJson(shown),
    content: contentOf(record, shown, base),
    reblog: reblogged === null ? null : statusJson(record, reblogged, base, viewer),
    application: null,
    account: accountJson(record, author, base),
    media_attachments: record.media.ofStatus(status.id).map((media) => mediaJson(media, base)),
    mentions: record.mentionedIn(status.id).map((member) => ({ id: member.id, username: member.handle, acct: member.handle, url: `${base}/@${member.handle}` })),
    tags: findHashtags(status.text).map((name) => ({ name: name.toLowerCase(), url: `${base}/tags/${encodeURIComponent(name.toLowerCase())}` })),
    emojis: [],
    card: null,
    poll: shown.poll === null ? null : pollJson(shown, shown.poll),
    ...(viewer === null ? {} : viewerFlags(record, shown, viewer))
  }
}

/** https://docs.joinmastodon.org/entities/Poll/ . When it ends is told; whether it has, whoever asks can tell by their clock. */
function pollJson({ id }: StatusRow, { choices, endsAt, isMultiple, votes }: StatusPoll) {
  const made = Object.values(votes)
  return {
    id,
    expires_at: new Date(endsAt).toISOString(),
    expired: false,
    multiple: isMultiple,
    votes_count: made.length,
    voters_count: made.length,
    options: choices.map((title, place) => ({ title, votes_count: made.filter((choice) => choice === place).length })),
    emojis: [],
    voted: false,
    own_votes: []
  }
}

/** https://docs.joinmastodon.org/entities/QuoteApproval/ . Who is quoted decides who may; the members let everybody. */
function approvalJson({ visibility, quotePolicy }: StatusRow) {
  const isForSome = quotePolicy !== 'nobody' && (visibility === 'public' || visibility === 'unlisted')
  return { automatic: isForSome ? [quotePolicy] : [], manual: [], current_user: isForSome ? 'automatic' : 'denied' }
}

/** https://docs.joinmastodon.org/entities/ShallowQuote/ */
function quoteJson(record: PracticeRecord, { quotedId, isRevoked }: StatusRow, base: string) {
  if (quotedId === null) return null
  if (isRevoked) return { state: 'revoked', quoted_status: null }
  const quoted = record.statuses.read(quotedId)
  // One level deep: what it quotes itself is told by its name.
  return quoted === null ? { state: 'deleted', quoted_status: null } : { state: 'accepted', quoted_status: statusJson(record, { ...quoted, quotedId: null }, base, null) }
}

function quoteLine(record: PracticeRecord, { quotedId }: StatusRow, base: string): string {
  const quoted = quotedId === null ? null : record.statuses.read(quotedId)
  const author = quoted === null ? null : record.members.read(quoted.authorId)
  const address = `${base}/@${author?.handle ?? ''}/${quotedId ?? ''}`
  return author === null ? '' : `<p class="quote-inline">RE: <a href="${address}" rel="nofollow noopener noreferrer" target="_blank">${address}</a></p>`
}

/** As Mastodon does, with a line above for apps that show no quotes. */
function contentOf(record: PracticeRecord, status: StatusRow, base: string): string {
  return quoteLine(record, status, base) + textToHtml(status.text, base, (handle) => record.members.findByHandle(handle))
}

/** Not what somebody else wrote, and no private message: https://docs.joinmastodon.org/entities/Status/#pinned */
export function isPinnable({ reblogOfId, visibility }: Pick<StatusRow, 'reblogOfId' | 'visibility'>): boolean {
  return reblogOfId === null && visibility !== 'direct'
}

function viewerFlags(record: PracticeRecord, status: StatusRow, viewer: MemberRow) {
  return {
    favourited: record.reactions.isFavoured(status.id, viewer.id),
    reblogged: record.statuses.findReblog(status.id, viewer.id) !== null,
    muted: false,
    bookmarked: false,
    ...(status.authorId === viewer.id && isPinnable(status) ? { pinned: record.pins.of(viewer.id).includes(status.id) } : {}),
    filtered: []
  }
}
