import type { StudioBridge } from '../../shared/contract/bridge.ts'
import type { Timers } from './save-queue.ts'

/** Somewhere that words are written and not stored yet. */
export interface WordsInHand {
  /** Tries to store them; resolves whatever came of it. */
  save(): Promise<void>
  isUnsaved(): boolean
}

/** How long the words are tried to be stored before the page says that they are not, in ms. Main waits a little longer (electron/main/lifecycle/unsaved-words.ts). */
const savePatience = 1_500

const inHand = new Set<WordsInHand>()

/** From here on nobody closes the window over these words without a question; returns the end of that. */
export function holdWords(words: WordsInHand): () => void {
  inHand.add(words)
  return () => void inHand.delete(words)
}

/** What the page does for itself when the window is about to close. */
export interface Ending {
  readonly bridge: StudioBridge
  readonly timers: Pick<Timers, 'setTimeout'>
  /** A field that takes what is typed in it when it is left takes it now; returns the way back into it. */
  readonly leaveField: () => () => void
}

/** Answers main before the window closes: stores what is in hand, and tells how much of it could not be. Returns the function that ends it. */
export function answerEnding(ending: Ending): () => void {
  return ending.bridge.on('studio.ending', () => void answer(ending))
}

async function answer({ bridge, timers, leaveField }: Ending): Promise<void> {
  const comeBack = leaveField()
  const tooLong = new Promise<void>((resolve) => timers.setTimeout(resolve, savePatience))
  await Promise.race([Promise.all([...inHand].map((words) => words.save())), tooLong])
  await bridge.request('studio.answerEnding', { unsaved: [...inHand].filter((words) => words.isUnsaved()).length })
  // Whoever stays goes on where they were.
  comeBack()
}
