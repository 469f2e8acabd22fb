import { z } from 'zod'

/**
 * Why a job was cancelled, written down at that moment and never guessed afterwards.
 * By the user: taken_back: from the post, before its time or within the undo window · given_up: in the outbox · dropped_after_hold: decided when a hold
 * ended · series_skipped: that day was left out · series_paused, series_ended, series_changed: done to its series · missed_dropped: of a series, and too
 * late.
 * As a consequence: replaced: a newer word about the same thing · part_given_up: it would have answered a part that was given up ·
 * account_removed · missed_by_newer: of a series, and a newer day asks in its place · zone_changed: made again with the hour of another zone ·
 * film_gone: of a film's cover, and the film is no longer there.
 */
export const cancelReasons = [
  'taken_back', 'given_up', 'dropped_after_hold', 'series_skipped', 'series_paused', 'series_ended', 'series_changed', 'missed_dropped',
  'replaced', 'part_given_up', 'account_removed', 'missed_by_newer', 'zone_changed', 'film_gone'
] as const
export type CancelReason = (typeof cancelReasons)[number]

/** null: from before reasons were recorded, and of what is not cancelled. */
export const cancelReasonSchema = z.enum(cancelReasons).nullable()
