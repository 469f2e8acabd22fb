/**
 * The version of Meta's Graph that is spoken. Each one serves two years from the day the next one comes; when that is over, calls are silently answered by the oldest
 * that is left. https://developers.facebook.com/docs/graph-api/changelog/versions/ (read on 2026-11-21: v26.0 of 2026-07-29 is the newest, v25.0 ends on 2028-07-29).
 */
export const graphVersion = { name: 'v26.0', releasedOn: '2026-07-29', servesAtLeastUntil: '2028-07-29' } as const
