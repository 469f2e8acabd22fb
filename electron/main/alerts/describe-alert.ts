import type { EventPayload } from '../../../shared/contract/event-map.ts'
import { assertNever } from '../../../shared/errors/assert-never.ts'
import type { Texts } from '../language/en.ts'
import { counted } from '../language/texts.ts'

export type Alert = EventPayload<'alert.raised'>
export type Destination = EventPayload<'navigate'>

/** The notification's heading; what it is about (the alert's own title) stands below. */
export function describeAlert(alert: Alert, { alerts, language }: Texts): string {
  switch (alert.kind) {
    case 'new_messages':
      return counted(language, alert.count, alerts.new_messages_one, alerts.new_messages_other)
    case 'watch_hit':
      return counted(language, alert.count, alerts.watch_hit_one, alerts.watch_hit_other)
    case 'access_ends':
      return counted(language, alert.count, alerts.access_ends_one, alerts.access_ends_other)
    case 'away_out':
      return counted(language, alert.count, alerts.away_out_one, alerts.away_out_other)
    case 'away_asking':
      return counted(language, alert.count, alerts.away_asking_one, alerts.away_asking_other)
    case 'post_published':
    case 'post_failed':
    case 'post_missed':
    case 'post_by_hand':
    case 'outcome_unknown':
    case 'change_asks':
    case 'account_needs_login':
      return alerts[alert.kind]
    default:
      return assertNever(alert.kind, 'kind of alert')
  }
}

/** Where a click on the notification leads. */
export function destinationOf({ kind, workspaceId, subjectId }: Alert): Destination {
  switch (kind) {
    case 'post_published':
    case 'post_failed':
    case 'post_missed':
    case 'post_by_hand':
    case 'outcome_unknown':
    case 'change_asks':
    case 'away_out':
    case 'away_asking':
      return { workspaceId, to: 'outbox', subjectId }
    case 'new_messages':
      return { workspaceId, to: 'inbox', subjectId }
    case 'watch_hit':
      return { workspaceId, to: 'watch', subjectId }
    case 'account_needs_login':
    case 'access_ends':
      return { workspaceId, to: 'accounts', subjectId }
    default:
      return assertNever(kind, 'kind of alert')
  }
}
