import type { Job } from './job.ts'

/** Its time has passed, it asks, and it certainly has not left: it can be given another time. What stood open in a copy that was put back may be out, and is looked for by the person first. */
export function isToMove({ state, failure }: Pick<Job, 'state' | 'failure'>): boolean {
  return (state === 'missed' || state === 'held') && failure?.code !== 'restored_doubt'
}
