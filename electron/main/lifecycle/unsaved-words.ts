import type { BrowserWindow, Dialog } from 'electron'
import type { Texts } from '../language/en.ts'
import { counted } from '../language/texts.ts'

export interface UnsavedWordsNeeds {
  /** Asks the page to store what it has in hand and to say what could not be stored; false: there is no page to ask. */
  readonly askPage: () => boolean
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly texts: () => Texts
  readonly window: () => BrowserWindow | null
  readonly isAttended: boolean
}

export interface UnsavedWords {
  /** The page's answer. */
  readonly answered: (unsaved: number) => void
  /** Resolves to false when the page holds words that could not be stored, and the user would rather keep it open. */
  readonly mayLeave: () => Promise<boolean>
}

/** A page that does not answer within this time, in ms, keeps nobody from leaving: it hangs. Longer than it tries to store (renderer/bridge/words-in-hand.ts). */
const patience = 3_000

/** Words are stored as they are typed, but a disk can be full and a file held by another program: then they are in the page alone, and nobody leaves it without a question. */
export function createUnsavedWords(needs: UnsavedWordsNeeds): UnsavedWords {
  let hear: ((unsaved: number) => void) | null = null
  let asking: Promise<boolean> | null = null

  async function ask(): Promise<boolean> {
    const unsaved = await askPage()
    if (unsaved === 0) return true
    const { quitting, language } = needs.texts()
    const message = counted(language, unsaved, quitting.titleUnsaved_one, quitting.titleUnsaved_other)
    const options = { type: 'warning' as const, buttons: [quitting.lose, quitting.stay], defaultId: 1, cancelId: 1, noLink: true, title: 'Vigie', message, detail: quitting.unsaved }
    const window = needs.window()
    const { response } = await (window === null ? needs.dialog.showMessageBox(options) : needs.dialog.showMessageBox(window, options))
    return response === 0
  }

  async function askPage(): Promise<number> {
    let timer: NodeJS.Timeout | undefined
    const answer = new Promise<number>((resolve) => {
      hear = resolve
      timer = setTimeout(() => resolve(0), patience)
    })
    if (!needs.askPage()) hear?.(0)
    const unsaved = await answer
    clearTimeout(timer)
    hear = null
    return unsaved
  }

  return {
    answered: (unsaved) => hear?.(unsaved),
    async mayLeave() {
      if (!needs.isAttended) return true
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    }
  }
}
