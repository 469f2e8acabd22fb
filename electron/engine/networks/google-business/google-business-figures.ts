import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { placeActNames, placeViewNames, type AccountFigures } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import { failed, mapValue } from '../network-results.ts'
import { withGoogleBusiness, type Query } from './google-business-api.ts'
import type { GoogleBusinessOptions } from './google-business-options.ts'

type PlaceFigureName = (typeof placeViewNames | typeof placeActNames)[number]

/** Of each view a person counts once a day: https://developers.google.com/my-business/reference/performance/rest/v1/DailyMetric (read on 2026-11-23). */
const metricOf: Readonly<Record<PlaceFigureName, string>> = {
  maps_mobile: 'BUSINESS_IMPRESSIONS_MOBILE_MAPS', maps_desktop: 'BUSINESS_IMPRESSIONS_DESKTOP_MAPS', search_mobile: 'BUSINESS_IMPRESSIONS_MOBILE_SEARCH', search_desktop: 'BUSINESS_IMPRESSIONS_DESKTOP_SEARCH',
  calls: 'CALL_CLICKS', website_clicks: 'WEBSITE_CLICKS', directions: 'BUSINESS_DIRECTION_REQUESTS', bookings: 'BUSINESS_BOOKINGS'
}

/** Written as text there, and left out where it is 0. */
const datedValue = z.looseObject({ value: z.coerce.number().int().min(0).default(0) })
const seriesSchema = z.looseObject({ dailyMetric: z.string(), timeSeries: z.looseObject({ datedValues: z.array(datedValue).default([]) }).default({ datedValues: [] }) })
const metricsSchema = z.looseObject({ multiDailyMetricTimeSeries: z.array(z.looseObject({ dailyMetricTimeSeries: z.array(seriesSchema).default([]) })).default([]) })

const day = 86_400_000
const weeks = 4

/**
 * How often the profile was seen in the last four weeks, and what people did from there: https://developers.google.com/my-business/reference/performance/rest/v1/locations/fetchMultiDailyMetricsTimeSeries (read on 2026-11-23). Of
 * a single post nothing is told any more: `localPosts.reportInsights` was taken away (/my-business/content/performance/change-log).
 */
export function createGoogleBusinessFigures(options: GoogleBusinessOptions): FiguresReader {
  return {
    ofPost: async () => failed('rejected', studioError('rejected', 'Google tells programs nothing of a single post')),
    ofAccount: (session) =>
      withGoogleBusiness(options, session, async (api, place) => {
        const [, , ...location] = place.split('/')
        const query = { dailyMetrics: Object.values(metricOf), ...rangeUntil(options.clock.now()) }
        const read = await api.get('performance', `/v1/${location.join('/')}:fetchMultiDailyMetricsTimeSeries`, query, metricsSchema)
        return mapValue(read, ({ multiDailyMetricTimeSeries }) => figuresOf(multiDailyMetricTimeSeries.flatMap(({ dailyMetricTimeSeries }) => dailyMetricTimeSeries)))
      })
  }
}

/** What the answer does not name is not told; all views together only where each of them is. */
function figuresOf(series: readonly z.infer<typeof seriesSchema>[]): AccountFigures {
  const counts: Partial<Record<PlaceFigureName, number>> = {}
  for (const name of [...placeViewNames, ...placeActNames]) {
    const told = series.filter(({ dailyMetric }) => dailyMetric === metricOf[name])
    if (told.length > 0) counts[name] = told.flatMap(({ timeSeries }) => timeSeries.datedValues).reduce((sum, { value }) => sum + value, 0)
  }
  const views = placeViewNames.flatMap((name) => counts[name] ?? [])
  return views.length < placeViewNames.length ? counts : { views: views.reduce((sum, count) => sum + count, 0), ...counts }
}

/** Whole days, the last one yesterday's: that of today is not over. Days are those of UTC here; the profile's own may begin some hours earlier or later. */
function rangeUntil(now: number): Query {
  const part = (name: 'startDate' | 'endDate', time: number): Query => {
    const date = new Date(time)
    return { [`dailyRange.${name}.year`]: date.getUTCFullYear(), [`dailyRange.${name}.month`]: date.getUTCMonth() + 1, [`dailyRange.${name}.day`]: date.getUTCDate() }
  }
  return { ...part('startDate', now - weeks * 7 * day), ...part('endDate', now - day) }
}
