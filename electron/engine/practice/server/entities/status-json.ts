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
    quotes_count: 0,
    content: reblogged === null ? textToHtml(status.text, base, (handle) => record.members.findByHandle(handle)) : contentOf(record, reblogged, base),
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

function contentOf(record: PracticeRecord, status: StatusRow, base: string): string {
  return textToHtml(status.text, base, (handle) => record.members.findByHandle(handle))
}

function viewerFlags(record: PracticeRecord, status: StatusRow, viewer: MemberRow) {
  return {
    favourited: record.reactions.isFavoured(status.id, viewer.id),
    reblogged: record.statuses.findReblog(status.id, viewer.id) !== null,
    muted: false,
    bookmarked: false,
    ...(status.authorId === viewer.id ? { pinned: false } : {}),
    filtered: []
  }
}
