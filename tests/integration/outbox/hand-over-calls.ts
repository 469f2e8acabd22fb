import type { RequestInput } from '../../../shared/contract/request-map.ts'
import type { HandOver } from '../../../shared/outbox/hand-over.ts'
import { publish } from './publish.ts'
import type { OutboxRig } from './outbox-rig.ts'

type HandOverRequest = 'handOver.start' | 'handOver.takeBack' | 'handOver.read'

/** As the page asks; throws what is refused. */
export async function handOverCall<Name extends HandOverRequest>(rig: OutboxRig, name: Name, input: Omit<RequestInput<Name>, 'workspaceId'>): Promise<readonly HandOver[]> {
  const handler = rig.run.outbox.handlers[name] as ((given: unknown) => { ok: true; value: { handOvers: HandOver[] } } | { ok: false; error: unknown }) | undefined
  const result = handler?.({ workspaceId: rig.run.context.workspace().id, ...input })
  await rig.settle()
  if (result?.ok !== true) throw new Error(JSON.stringify(result))
  return result.value.handOvers
}

/** As the page asks; throws what is refused. */
export async function askHandOver(rig: OutboxRig, name: 'handOver.listOtherHours' | 'handOver.dismissOldHours', input: object): Promise<unknown> {
  const handler = rig.run.outbox.handlers[name] as ((given: unknown) => { ok: boolean; value?: unknown }) | undefined
  const result = handler?.({ workspaceId: rig.run.context.workspace().id, ...input })
  await rig.settle()
  if (result?.ok !== true) throw new Error(JSON.stringify(result))
  return result.value
}

/** A post that is scheduled and given to its network. */
export async function handOver(rig: OutboxRig, text = 'Hello', time = '2026-11-21T12:00'): Promise<string> {
  const postId = await publish(rig, text, { at: time })
  await handOverCall(rig, 'handOver.start', { postId })
  await rig.settle()
  return postId
}

/** What is visible on Mastodon, by its hour in UTC. */
export const visible = (rig: OutboxRig): readonly string[] => rig.server('mastodon').records.map(({ text, at }) => `${new Date(at).toISOString().slice(11, 16)} ${text}`)
