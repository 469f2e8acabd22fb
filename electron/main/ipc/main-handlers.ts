import type { MainRequestName, ParsedInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import { succeed, type Result } from '../../../shared/contract/result.ts'
import type { Login } from '../oauth/browser-logins.ts'
import type { SecretStoreState } from '../secrets/secret-store.ts'
import type { OpenExternal } from '../security/safe-open-external.ts'
import type { DragOut } from '../windows/drag-out.ts'

type Done = Record<string, never>

export type MainHandlers = {
  readonly [Name in MainRequestName]: (input: ParsedInput<Name>) => Promise<Result<RequestOutput<Name>>>
}

export interface MainHandlerNeeds {
  readonly environment: () => RequestOutput<'studio.environment'>
  readonly checkSecretStore: () => Promise<SecretStoreState>
  readonly restartEngine: () => void
  readonly openDataFolder: () => Promise<Result<Done>>
  readonly openExternal: OpenExternal
  readonly logins: { begin(login: Login): Promise<Result<{ loginId: string }>>; cancel(loginId: string): void; finish(loginId: string, address: string): Result<Done> }
  readonly dragOut: Pick<DragOut, 'layOut' | 'drag'>
  readonly printPage: (page: string) => Promise<Uint8Array<ArrayBuffer>>
  readonly onInteractive: () => void
  readonly onEndingAnswered: (unsaved: number) => void
}

/** The requests that main answers itself; all others go to the engine. */
export function createMainHandlers(needs: MainHandlerNeeds): MainHandlers {
  return {
    'studio.environment': async () => succeed(needs.environment()),
    'studio.checkSecretStore': async () => succeed(await needs.checkSecretStore()),
    'studio.restartEngine': async () => {
      needs.restartEngine()
      return succeed({})
    },
    'studio.openDataFolder': () => needs.openDataFolder(),
    'studio.openExternal': ({ url }) => needs.openExternal(url),
    'studio.interactive': async () => {
      needs.onInteractive()
      return succeed({})
    },
    'studio.answerEnding': async ({ unsaved }) => {
      needs.onEndingAnswered(unsaved)
      return succeed({})
    },
    'outbox.layOutByHandFile': (which) => needs.dragOut.layOut(which),
    'outbox.dragByHandFile': (which) => needs.dragOut.drag(which),
    'approvalPack.print': async ({ page }) => succeed({ pdf: await needs.printPage(page) }),
    'accounts.beginBrowserLogin': (login) => needs.logins.begin(login),
    'accounts.finishBrowserLogin': async ({ loginId, address }) => needs.logins.finish(loginId, address),
    'accounts.cancelBrowserLogin': async ({ loginId }) => {
      needs.logins.cancel(loginId)
      return succeed({})
    }
  }
}
