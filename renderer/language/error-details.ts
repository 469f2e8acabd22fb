import type { StudioError, StudioErrorCode } from '../../shared/errors/studio-error.ts'
import type { Formats } from './formats.ts'
import { reasons } from './en/reasons.ts'

/** The hour of an error's sentence, with its day where that is not today: "until 00:30" would be taken for a time that has passed. */
export function hourOrDay(formats: Pick<Formats, 'time' | 'day' | 'moment'>, now: number): (instant: number) => string {
  return (instant) => (formats.day(instant) === formats.day(now) ? formats.time(instant) : formats.moment(instant, now))
}

/** The values that the texts of errors.ts may name, instants written by `whenOf`; an ellipsis stands for what the error does not say. */
export function errorDetails({ details = {} }: StudioError, whenOf: (instant: number) => string) {
  function value(name: string): string | number {
    const known = details[name]
    return typeof known === 'string' || typeof known === 'number' ? known : '…'
  }
  return { at: value('at'), length: value('length'), line: value('line'), came: value('came'), category: value('category'), fileName: value('fileName'), handle: value('handle'), host: value('host'), limit: value('limit'), names: value('names'), network: value('network'), position: value('position'), reason: value('reason'), said: value('said'), tag: value('tag'), until: typeof details['until'] === 'number' ? whenOf(details['until']) : '…' }
}

type Reasons = typeof reasons
type ReasonPlace = { [Code in keyof Reasons]: `reasons:${Code}.${keyof Reasons[Code] & string}` }[keyof Reasons]

const reasonPlaces: ReadonlySet<string> = new Set(Object.entries(reasons).flatMap(([code, texts]) => Object.keys(texts).map((reason) => `reasons:${code}.${reason}`)))
const isReasonPlace = (place: string): place is ReasonPlace => reasonPlaces.has(place)

/** Where the two sentences for an error stand in the catalogues: those of its reason where there are some, else those of its code. */
export function errorPlace({ code, details = {} }: StudioError): ReasonPlace | `errors:${StudioErrorCode}` {
  const place = `reasons:${code}.${String(details['reason'] ?? details['problem'] ?? '')}`
  return isReasonPlace(place) ? place : `errors:${code}`
}
