import type { MediaRow } from '../../record/media-record.ts'
import type { PracticeRecord } from '../../record/practice-record.ts'
import type { ScheduledRow } from '../../record/scheduled-record.ts'
import { mediaJson } from './media-json.ts'

/** https://docs.joinmastodon.org/entities/ScheduledStatus/ */
export function scheduledStatusJson(record: PracticeRecord, { id, scheduledAt, status, mediaIds }: ScheduledRow, base: string) {
  const media = mediaIds.map((mediaId) => record.media.read(mediaId)).filter((row): row is MediaRow => row !== null)
  return {
    id,
    scheduled_at: new Date(scheduledAt).toISOString(),
    params: {
      text: status.text,
      poll: status.poll === null || status.poll === undefined ? null : { options: status.poll.choices, expires_in: String(Math.round((status.poll.endsAt - status.createdAt) / 1000)), multiple: status.poll.isMultiple },
      media_ids: mediaIds.length === 0 ? null : mediaIds.map(String),
      sensitive: status.sensitive,
      spoiler_text: status.spoilerText === '' ? null : status.spoilerText,
      visibility: status.visibility,
      in_reply_to_id: status.inReplyToId === null ? null : Number(status.inReplyToId),
      quoted_status_id: status.quotedId ?? null,
      language: status.language,
      application_id: 1,
      scheduled_at: null,
      idempotency: null,
      with_rate_limit: false,
      allowed_mentions: null
    },
    media_attachments: media.map((row) => mediaJson(row, base))
  }
}
