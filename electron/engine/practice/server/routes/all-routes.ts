import type { Route } from '../practice-request.ts'
import { accountsRoutes } from './accounts-routes.ts'
import { appsRoutes } from './apps-routes.ts'
import { feedsRoutes } from './feeds-routes.ts'
import { mediaRoutes } from './media-routes.ts'
import { moderationRoutes } from './moderation-routes.ts'
import { notificationsRoutes } from './notifications-routes.ts'
import { oauthRoutes } from './oauth-routes.ts'
import { pagesRoutes } from './pages-routes.ts'
import { reviewsRoutes } from './reviews-routes.ts'
import { scheduledStatusesRoutes } from './scheduled-statuses-routes.ts'
import { statusesRoutes } from './statuses-routes.ts'
import { timelinesRoutes } from './timelines-routes.ts'
import { writeStatusRoutes } from './write-status-routes.ts'

/** The first that fits answers; the pages come last because their paths begin with a name. */
export const allRoutes: readonly Route[] = [
  ...oauthRoutes, ...appsRoutes, ...accountsRoutes, ...moderationRoutes, ...reviewsRoutes, ...scheduledStatusesRoutes, ...writeStatusRoutes, ...statusesRoutes, ...notificationsRoutes, ...mediaRoutes,
  ...timelinesRoutes, ...feedsRoutes, ...pagesRoutes
]
