import { succeed } from '../../../shared/contract/result.ts'
import type { Away, AwaySummary } from '../../../shared/safety/away.ts'
import type { EngineEnvironment } from '../engine-environment.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { Workspaces } from '../workspaces/workspaces-service.ts'
import type { AwayWatch } from './away-watch.ts'

/** One summary of all clients; null when nothing of theirs came due meanwhile. */
export function sumUpAbsence({ since, until }: Away, workspaces: Pick<Workspaces, 'listOpen'>): AwaySummary | null {
  const clients = workspaces.listOpen().flatMap(({ workspace, services }) => {
    const parts = services.features.flatMap((feature) => feature.whileAway?.(since, until) ?? [])
    const client = { workspaceId: workspace.id, out: total(parts.map(({ out }) => out)), asking: total(parts.map(({ asking }) => asking)) }
    return client.out + client.asking === 0 ? [] : [client]
  })
  return clients.length === 0 ? null : { since, until, clients }
}

export function createAwayHandlers({ away, workspaces, environment }: { readonly away: AwayWatch; readonly workspaces: Pick<Workspaces, 'listOpen'>; readonly environment: Pick<EngineEnvironment, 'emit'> }): RequestHandlers {
  return {
    'studio.away': () => {
      return succeed({ absences: away.unread().flatMap((absence) => sumUpAbsence(absence, workspaces) ?? []) })
    },
    'studio.dismissAway': () => {
      away.dismiss()
      environment.emit('studio.changed', {})
      return succeed({})
    }
  }
}

/** One notification for everything, after the return; it leads to a client where something is asked. */
export function tellOfAbsence(away: Away | null, workspaces: Pick<Workspaces, 'listOpen'>, emit: EngineEnvironment['emit']): void {
  const summary = away === null ? null : sumUpAbsence(away, workspaces)
  const first = summary?.clients.find(({ asking }) => asking > 0) ?? summary?.clients[0]
  if (summary === null || first === undefined) return
  const asking = total(summary.clients.map((client) => client.asking))
  const kind = asking > 0 ? 'away_asking' : 'away_out'
  emit('alert.raised', { workspaceId: first.workspaceId, kind, subjectId: null, title: '', count: asking > 0 ? asking : total(summary.clients.map((client) => client.out)) })
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
