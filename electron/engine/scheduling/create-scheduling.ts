import { troubleOf } from '../database/storage-error.ts'
import type { Connectivity } from '../http/connectivity.ts'
import type { OutboxWork } from '../outbox/outbox-service.ts'
import type { FileTrouble } from '../workspaces/file-trouble.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createScheduleTicker, type ScheduleTicker } from './schedule-ticker.ts'

export interface SchedulingNeeds {
  readonly outbox: OutboxWork
  readonly connectivity: Pick<Connectivity, 'onChange'>
  /** The client's file cannot be gone on with. */
  reportTrouble(trouble: FileTrouble): void
}

/** Says when the outbox looks at what is due: by time, when the network comes or goes, when the computer wakes up, when something was added. */
export function createScheduling(context: WorkspaceContext, { outbox, connectivity, reportTrouble }: SchedulingNeeds): Feature {
  let ticker: ScheduleTicker | null = null
  let endings: readonly (() => void)[] = []

  function report(error: unknown): void {
    context.log.error(`the scheduler could not look at what is due: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    const trouble = troubleOf(error, context.folder)
    if (trouble !== null) reportTrouble(trouble)
  }

  return {
    handlers: {},
    startBackgroundWork() {
      if (ticker !== null) return
      outbox.recover()
      const started = createScheduleTicker({ clock: context.clock, tick: () => outbox.tick(), onClockWentBack: (by) => outbox.clockWentBack(by), onError: report })
      ticker = started
      endings = [outbox.onWake(() => started.poke()), connectivity.onChange(() => started.poke())]
      started.poke()
    },
    systemResumed: () => ticker?.poke(),
    // The grace may have changed.
    workspaceChanged: () => ticker?.poke(),
    stop() {
      ticker?.stop()
      for (const end of endings) end()
    }
  }
}
