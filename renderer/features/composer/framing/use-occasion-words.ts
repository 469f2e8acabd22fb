import { useTranslation } from 'react-i18next'
import type { FramingRule } from '../../../../shared/networks/network-capabilities.ts'
import type { Occasion } from '../../../../shared/posts/occasion.ts'
import type { Formats } from '../../../language/formats.ts'
import { useFormats } from '../../../language/use-formats.ts'

/** From when to when, at the clocks of the place; empty where neither is told. */
export function occasionHours(occasion: Pick<Occasion, 'starts' | 'ends'>, formats: Formats): string {
  const { from, until } = occasionEnds(occasion, formats)
  return [from, until].filter((hour) => hour !== '').join(' – ')
}

/** Its two ends, each empty where it is not told; of one day, the end is its hour alone. */
export function occasionEnds({ starts, ends }: Pick<Occasion, 'starts' | 'ends'>, { dayAndTime, time }: Formats): { readonly from: string; readonly until: string; readonly isOneDay: boolean } {
  const at = (hour: string): number => Date.parse(`${hour}Z`)
  const [from, until] = [starts === '' ? '' : dayAndTime(at(starts), 'UTC'), ends === '' ? '' : dayAndTime(at(ends), 'UTC')]
  const isOneDay = starts !== '' && starts.slice(0, 10) === ends.slice(0, 10)
  return { from, until: isOneDay ? time(at(ends), 'UTC') : until, isOneDay }
}

/** All that is told of an event or an offer, each for itself; of an update that it is one, where a post might be something else. */
export function useOccasionWords(): (occasion: Occasion | undefined, rule: FramingRule | undefined) => readonly string[] {
  const { t } = useTranslation('framing')
  const formats = useFormats()
  return (occasion, rule) => {
    if (occasion === undefined) return rule?.occasions === undefined ? [] : [t('occasions.update')]
    const { kind, title, coupon, redeemAt, conditions } = occasion
    return [title === '' ? t(`occasions.${kind}`) : t(`occasionIs.${kind}`, { title }), occasionHours(occasion, formats), coupon && t('couponIs', { coupon }), redeemAt && t('redeemIs', { link: redeemAt }), conditions && t('conditionsAre', { conditions })].filter((words): words is string => typeof words === 'string' && words !== '')
  }
}
