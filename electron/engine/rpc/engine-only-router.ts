import type { EngineOnlyName, EngineOnlyRequests } from '../../../shared/contract/engine-link.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { BrowserLogins } from '../accounts/browser-logins.ts'
import type { Connectivity } from '../http/connectivity.ts'
import type { ImageWork } from '../images/image-work.ts'
import { tryImages } from '../images/try-images.ts'
import type { Logger } from '../log/logger.ts'
import type { AwayWatch } from '../safety/away-watch.ts'
import { sumPendingWork } from '../workspaces/count-workspace.ts'
import type { Workspaces } from '../workspaces/workspaces-service.ts'

export interface EngineOnlyNeeds {
  readonly away: Pick<AwayWatch, 'check'>
  readonly logins: BrowserLogins
  readonly workspaces: Workspaces
  readonly connectivity: Connectivity
  readonly images: ImageWork
  stop(): Promise<void>
  readonly log: Logger
}

type Answer<Name extends EngineOnlyName> = Result<EngineOnlyRequests[Name]['output']>
type Handlers = { readonly [Name in EngineOnlyName]: (input: EngineOnlyRequests[Name]['input']) => Promise<Answer<Name>> | Answer<Name> }

/** Answers what only main may ask; null for any other name. Inputs come from main's own code, so they are not parsed. */
export function createEngineOnlyRouter(needs: EngineOnlyNeeds): (name: string, input: unknown) => Promise<Result<unknown>> | null {
  const handlers = createHandlers(needs)
  return (name, input) => {
    if (!isEngineOnlyName(handlers, name)) return null
    // The input fits the name: both are typed by EngineOnlyRequests on main's side.
    const handler: (input: never) => Promise<Result<unknown>> | Result<unknown> = handlers[name]
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return answer(needs.log, name, async () => handler(input as never))
  }
}

async function answer(log: Logger, name: string, work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  try {
    return await work()
  } catch (error) {
    log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return fail(studioError('bug', `an error inside Vigie stopped ${name}; the log has the details`))
  }
}

function isEngineOnlyName(handlers: Handlers, name: string): name is EngineOnlyName {
  return Object.hasOwn(handlers, name)
}

function createHandlers({ away, logins, workspaces, connectivity, images, stop }: EngineOnlyNeeds): Handlers {
  return {
    'login.begin': (input) => logins.begin(input),
    'login.complete': (input) => logins.complete(input),
    'login.abandon': (input) => logins.abandon(input),
    'engine.pendingWork': () => succeed(sumPendingWork(workspaces.listOpen())),
    'engine.systemResumed': () => {
      away.check()
      for (const { services } of workspaces.listOpen()) services.features.forEach((feature) => feature.systemResumed?.())
      return succeed({})
    },
    'engine.networkHint': ({ online }) => {
      connectivity.hint(online)
      return succeed({})
    },
    'engine.stop': async () => {
      await stop()
      return succeed({})
    },
    'images.try': () => tryImages(images),
    'media.locate': async ({ workspaceId, mediaId, size }) => {
      const found = workspaces.find(workspaceId)
      if (!found.ok) return succeed(null)
      const media = found.value.services.locateMedia
      return succeed(size === 'small' ? await media.locateSmall(mediaId) : media.locate(mediaId))
    }
  }
}
