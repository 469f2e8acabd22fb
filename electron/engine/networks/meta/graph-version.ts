import { apiVersions } from '../../../../shared/networks/api-versions.ts'

/** The version of Meta's Graph that is spoken. When its time is over, calls are silently answered by the oldest that is left. */
export const graphVersion = apiVersions.graph
