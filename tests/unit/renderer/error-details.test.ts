import { expect, test } from 'vitest'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { errorDetails, hourOrDay } from '../../../renderer/language/error-details.ts'
import { createFormats } from '../../../renderer/language/formats.ts'

/** In the zone of whoever runs the test, as the page writes hours. */
const at = (day: number, hour: number, minute: number): number => new Date(2026, 10, day, hour, minute).getTime()
const untilWords = (language: 'en-GB' | 'fr-FR', until: number): string => errorDetails(studioError('rate_limited', '', { details: { until } }), hourOrDay(createFormats(language, () => Date.UTC(2026, 10, 21)), at(21, 23, 50))).until

test.each([
  ['today', at(21, 23, 59), '23:59', '23:59'],
  ['after midnight', at(22, 0, 20), 'tomorrow, 00:20', 'demain, 00:20'],
  ['in three days', at(24, 9, 30), 'Tue 24 Nov, 09:30', 'mar. 24 nov., 09:30']
])('until when a network wants to be left alone: %s', (_name, until, english, french) => {
  expect([untilWords('en-GB', until), untilWords('fr-FR', until)]).toEqual([english, french])
})
