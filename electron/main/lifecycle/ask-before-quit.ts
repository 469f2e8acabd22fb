import type { BrowserWindow, Dialog } from 'electron'
import type { EngineRequest } from '../engine/engine-client.ts'
import type { Texts } from '../language/en.ts'
import { quitQuestion, type PendingWork } from './quit-question.ts'

export interface AskBeforeQuitNeeds {
  readonly request: EngineRequest
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly texts: () => Texts
  readonly now: () => number
  readonly window: () => BrowserWindow | null
  readonly isAttended: boolean
}

/** An engine that does not say within this time, in ms, what is due keeps nobody from quitting. */
const patience = 1_500

/** Resolves to false when the user would rather stay, because something is still due today. */
export async function askBeforeQuit(needs: AskBeforeQuitNeeds): Promise<boolean> {
  if (!needs.isAttended) return true
  const pending = await readPendingWork(needs.request)
  const question = pending === null ? null : quitQuestion(pending, needs.texts(), needs.now())
  if (question === null) return true
  const { quitting } = needs.texts()
  const options = { type: 'question' as const, buttons: [quitting.quit, quitting.stay], defaultId: 1, cancelId: 1, noLink: true, title: 'Vigie', ...question }
  const window = needs.window()
  const { response } = await (window === null ? needs.dialog.showMessageBox(options) : needs.dialog.showMessageBox(window, options))
  return response === 0
}

async function readPendingWork(request: EngineRequest): Promise<PendingWork | null> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience)
  })
  const asked = request('engine.pendingWork', {}).then((result) => (result.ok ? result.value : null))
  const pending = await Promise.race([asked, tooLate])
  clearTimeout(timer)
  return pending
}
