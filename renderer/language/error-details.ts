import type { StudioError, StudioErrorCode } from '../../shared/errors/studio-error.ts'
import type { Formats } from './formats.ts'
import { reasons } from './en/reasons.ts'

/** The values that the texts of errors.ts may name; an ellipsis stands for what the error does not say. */
export function errorDetails({ details = {} }: StudioError, formats: Pick<Formats, 'time'>) {
  function value(name: string): string | number {
    const known = details[name]
    return typeof known === 'string' || typeof known === 'number' ? known : '…'
  }
  return { came: value('came'), fileName: value('fileName'), handle: value('handle'), host: value('host'), limit: value('limit'), network: value('network'), position: value('position'), reason: value('reason'), until: typeof details['until'] === 'number' ? formats.time(details['until']) : '…' }
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
