import type { JobKind } from '../../../shared/outbox/job.ts'
import { isOfWords } from '../../../shared/outbox/job-nature.ts'

type Catalogued = 'publish_now' | 'drop' | 'do_it' | 'leave_it' | 'delete_there' | 'leave_there'

/** What letting it go is called, and giving it up. “Publish now” said of a deletion would delete what stands there, so each is called what it does. */
export function wordOf(kind: JobKind, fate: 'publish_now' | 'drop'): Catalogued {
  if (isOfWords(kind)) return fate
  if (kind === 'delete') return fate === 'publish_now' ? 'delete_there' : 'leave_there'
  return fate === 'publish_now' ? 'do_it' : 'leave_it'
}
