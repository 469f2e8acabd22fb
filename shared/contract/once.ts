/**
 * Requests that decide what people will see. Each bears an id of its own (`requestId`), which the page's door draws anew for each press of a button; the engine writes it down before
 * anything happens, so that a delivery that comes twice, however late, takes effect once.
 */
export const onceNames = [
  'posts.schedule', 'posts.reschedule', 'posts.undoReschedule', 'posts.decideMissed', 'posts.undoDecideMissed', 'posts.unschedule', 'posts.recordApproval', 'posts.sendAllTheSame', 'posts.takeOn', 'posts.remove', 'outbox.decide',
  'handOver.start', 'handOver.takeBack', 'handOver.decideHeld',
  'series.start', 'series.changeFollowing', 'series.setState', 'series.skip', 'series.settleMissed', 'zones.settle',
  'safety.hold', 'safety.lift', 'safety.decideHeld', 'safety.decideRestored', 'studio.hold', 'studio.lift', 'studio.saveSettings',
  'published.remove', 'published.edit', 'published.pin', 'inbox.like', 'inbox.act', 'inbox.readMessages', 'workspaces.update', 'approvalPack.readAnswer'
] as const
export type OnceName = (typeof onceNames)[number]

export function isOnceName(name: string): name is OnceName {
  return onceNames.some((once) => once === name)
}
