export interface RestWatch {
  /** Something happened; true when far too much has, without any time passing. */
  isRestless(): boolean
}

/** The 1,800 posts that the bench lets come due in one moment take three steps each. */
const mostInOneMoment = 10_000

/** An engine that does the same again and again in one moment would hang a test instead of failing it. */
export function createRestWatch(now: () => number): RestWatch {
  let moment = Number.NEGATIVE_INFINITY
  let count = 0
  return {
    isRestless() {
      count = now() === moment ? count + 1 : 0
      moment = now()
      return count > mostInOneMoment
    }
  }
}
