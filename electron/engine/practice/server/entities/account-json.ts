import type { MemberRow } from '../../record/members-record.ts'
import type { SetAsideRow } from '../../record/moderation-record.ts'
import type { PracticeRecord } from '../../record/practice-record.ts'
import { escapeHtml } from './text-to-html.ts'

const dayMs = 86_400_000

/** https://docs.joinmastodon.org/entities/Account/ (specs/mastodon 4.7.0). */
export function accountJson(record: PracticeRecord, member: MemberRow, base: string) {
  const activity = record.members.activity(member.id)
  const avatar = `${base}/avatars/${member.handle}.png`
  const header = `${base}/headers/${member.handle}.png`
  return {
    id: member.id,
    username: member.handle,
    acct: member.handle,
    display_name: member.name,
    locked: false,
    bot: false,
    group: false,
    discoverable: true,
    indexable: false,
    noindex: true,
    // Mastodon gives whole days here: midnight UTC.
    created_at: new Date(Math.floor(member.joinedAt / dayMs) * dayMs).toISOString(),
    note: member.note === '' ? '' : `<p>${escapeHtml(member.note)}</p>`,
    url: `${base}/@${member.handle}`,
    uri: `${base}/users/${member.handle}`,
    avatar,
    avatar_static: avatar,
    header,
    header_static: header,
    followers_count: member.followers,
    following_count: member.following,
    statuses_count: activity.statuses,
    last_status_at: activity.lastAt === null ? null : new Date(activity.lastAt).toISOString().slice(0, 10),
    hide_collections: null,
    emojis: [],
    fields: [],
    roles: []
  }
}

/** https://docs.joinmastodon.org/entities/Account/#CredentialAccount */
export function credentialAccountJson(record: PracticeRecord, member: MemberRow, base: string) {
  return {
    ...accountJson(record, member, base),
    source: {
      attribution_domains: [],
      privacy: 'public',
      sensitive: false,
      language: member.language,
      note: member.note,
      fields: [],
      follow_requests_count: 0,
      hide_collections: null,
      discoverable: true,
      indexable: false,
      quote_policy: 'public'
    },
    role: { id: '-99', name: '', permissions: '0', color: '', highlighted: false }
  }
}

/** https://docs.joinmastodon.org/entities/Relationship/ : the community follows the business and is followed by it, but for those whom it blocks. */
export function relationshipJson(member: MemberRow, setAside: readonly SetAsideRow[]) {
  const mute = setAside.find(({ kind }) => kind === 'mute')
  const isBlocked = setAside.some(({ kind }) => kind === 'block')
  const isFollowed = !member.isOwn && !isBlocked
  return {
    id: member.id, following: isFollowed, showing_reblogs: isFollowed, notifying: false, languages: null, followed_by: isFollowed, blocking: isBlocked,
    blocked_by: false, muting: mute !== undefined, muting_notifications: mute?.silencesNotifications ?? false, muting_expires_at: null, requested: false, requested_by: false,
    domain_blocking: false, endorsed: false, note: ''
  }
}
