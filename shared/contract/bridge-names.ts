import type { EventName } from './event-map.ts'
import type { RequestName } from './request-map.ts'

/**
 * What the preload lets through, spelled out: it cannot load the contract itself, which would bring the whole schema library into the page's
 * start. A name missing here or one too many does not compile.
 */
export const bridgeRequestNames = [
  'studio.read',
  'studio.saveSettings',
  'studio.dismissRecovery',
  'studio.counts',
  'studio.leaving',
  'studio.environment',
  'studio.checkSecretStore',
  'studio.restartEngine',
  'studio.openDataFolder',
  'studio.openExternal',
  'studio.interactive',
  'workspaces.create',
  'workspaces.update',
  'workspaces.remove',
  'accounts.list',
  'accounts.connectWithAppPassword',
  'accounts.beginBrowserLogin',
  'accounts.cancelBrowserLogin',
  'accounts.check',
  'accounts.remove',
  'practice.start',
  'practice.read',
  'practice.readPage',
  'practice.addAccount',
  'practice.setPace',
  'posts.list',
  'posts.read',
  'posts.saveDraft',
  'posts.plan',
  'posts.schedule',
  'posts.reschedule',
  'posts.unschedule',
  'posts.findRepeats',
  'posts.recordApproval',
  'posts.remove',
  'posts.copy',
  'series.list',
  'series.start',
  'series.changeFollowing',
  'series.setState',
  'series.skip',
  'series.settleMissed',
  'zones.question',
  'zones.settle',
  'handOver.read',
  'handOver.start',
  'handOver.takeBack',
  'media.add',
  'media.list',
  'outbox.list',
  'outbox.readJob',
  'outbox.decide',
  'safety.hold',
  'safety.lift',
  'safety.decideHeld',
  'studio.hold',
  'studio.lift',
  'inbox.page',
  'inbox.search',
  'inbox.read',
  'inbox.saveReplyDraft',
  'inbox.reply',
  'inbox.like',
  'inbox.act',
  'inbox.setState',
  'inbox.markRead',
  'inbox.refresh',
  'inbox.freshness',
  'watch.overview',
  'watch.addFeed',
  'watch.removeFeed',
  'watch.importOpml',
  'watch.exportOpml',
  'watch.page',
  'watch.mark',
  'watch.saveRule',
  'watch.removeRule',
  'watch.refresh',
  'watch.makePost'
] as const satisfies readonly RequestName[]

export const bridgeEventNames = [
  'studio.changed',
  'counts.changed',
  'connectivity.changed',
  'engine.changed',
  'secretStore.changed',
  'accounts.changed',
  'posts.changed',
  'outbox.changed',
  'inbox.changed',
  'inbox.freshnessChanged',
  'watch.changed',
  'accounts.loginFinished',
  'alert.raised',
  'navigate'
] as const satisfies readonly EventName[]

type None<Name extends never> = Name
/** Do not compile while a name of the contract is missing above; the error names it. */
export type NoRequestIsMissing = None<Exclude<RequestName, (typeof bridgeRequestNames)[number]>>
export type NoEventIsMissing = None<Exclude<EventName, (typeof bridgeEventNames)[number]>>

export const requestChannel = 'studio:request'
export const eventChannel = 'studio:event'
