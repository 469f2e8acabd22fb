import { join } from 'node:path'
import type { Logger } from '../log/logger.ts'
import type { Clock } from '../time/clock.ts'
import type { LineagePoint } from './lineage-point.ts'
import type { PlaceBook } from './place-book.ts'
import { readOtherWitnesses, readWitness, witnessFileName, write, writeNow, type WitnessWords } from './witness-files.ts'

/**
 * How far each client's file has come, said outside the data folder, where putting the whole folder back to an earlier copy does not reach. No secret: serials and marks.
 * A word is written as soon as it comes, and while more of them come at most every two seconds, off the path of what is sent; so an older folder goes unseen only if
 * Vigie was killed, or the power cut, within two seconds of the first thing that left since the copy was made.
 */
export interface Witness {
  read(workspaceId: string): LineagePoint | null
  /** What is there cannot be read, or nothing is there although nobody carried the folder: nobody knows what it said, and what it does not say is not missed. */
  readonly beginsAnew: boolean
  /** It can be read, and knows nothing of this client: it was never here, or was taken away. */
  isSilentOn(workspaceId: string): boolean
  note(workspaceId: string, point: LineagePoint): void
  /** Writes what was not written yet. */
  stop(): Promise<void>
}

export interface WitnessNeeds {
  /** Where the system keeps what programs know of their own state; null: nobody watches. */
  readonly folder: string | null
  /** Two data folders on one computer are not taken for each other, nor a copy for what it was copied from. */
  readonly installation: string
  readonly place: PlaceBook
  /** The studio's own list. */
  known(workspaceId: string): LineagePoint | null
  readonly clock: Clock
  readonly log: Logger
  /** These are on the disk. */
  onWritten(workspaceIds: readonly string[]): void
}

const betweenWritesMs = 2_000

export const noWitness: Witness = { beginsAnew: false, read: () => null, isSilentOn: () => false, note: () => undefined, stop: () => Promise.resolve() }

export function openWitness(needs: WitnessNeeds): Witness {
  return needs.folder === null ? noWitness : watchIn(needs.folder, needs)
}

function watchIn(folder: string, needs: WitnessNeeds): Witness {
  const { installation, place, clock, log, onWritten } = needs
  const name = witnessFileName(installation, place.folder)
  const file = join(folder, name)
  const found = readWitness(file, log)
  const isLost = found === 'missing' && place.stayed()
  const others = isLost || (found !== 'missing' && !place.isOfAnotherFolder) || !place.mayHaveBeenCarried() ? [] : readOtherWitnesses(folder, installation, name, log)
  const carried = wordsCarried(others, needs)
  const clients = new Map([...carried, ...wordsHere(typeof found === 'string' ? {} : found, needs)])
  let unwritten = new Set<string>()
  let writing: Promise<void> | null = null
  let takeBack: (() => void) | null = null
  let isStopped = false

  const words = (): string => `${JSON.stringify({ version: 1, clients: Object.fromEntries(clients) })}\n`

  /** That the studio's own file cannot take it down (a full disk) keeps neither what is under way nor the engine's end from going on. */
  function tell(workspaceIds: Iterable<string>): void {
    try {
      onWritten([...workspaceIds])
    } catch (error) {
      log.warning(`that the clients are noted outside the data folder could not be written down: ${String(error)}`)
    }
  }

  function beginWriting(): void {
    const mine = unwritten
    unwritten = new Set()
    writing = write(folder, file, words())
      .then(
        () => void (isStopped || tell(mine)),
        (error: unknown) => log.warning(`how far the clients have come could not be noted outside the data folder: ${String(error)}`)
      )
      .then(() => {
        writing = null
        goOn()
      })
    takeBack = clock.after(betweenWritesMs, () => {
      takeBack = null
      goOn()
    })
  }

  /** One that takes longer than that is not overtaken: two at a time would write into each other. */
  function goOn(): void {
    if (!isStopped && takeBack === null && writing === null && unwritten.size > 0) beginWriting()
  }

  /** True: it is on the disk. */
  function writeAtOnce(): boolean {
    try {
      writeNow(folder, file, words())
      return true
    } catch (error) {
      log.warning(`how far the clients have come could not be noted outside the data folder: ${String(error)}`)
      return false
    }
  }

  // Before the clients turn their page: the other path's word is the last one only until then.
  if (carried.length > 0 && writeAtOnce()) tell(carried.map(([id]) => id))

  return {
    beginsAnew: isLost || found === 'unreadable',
    read: (workspaceId) => clients.get(workspaceId) ?? null,
    isSilentOn: (workspaceId) => found !== 'unreadable' && !clients.has(workspaceId),
    note(workspaceId, { serial, mark }) {
      clients.set(workspaceId, { serial, mark })
      unwritten.add(workspaceId)
      goOn()
    },
    async stop() {
      isStopped = true
      takeBack?.()
      await writing
      if (unwritten.size === 0) return
      if (writeAtOnce()) tell(unwritten)
    }
  }
}

/** A folder that comes from another path and has come further than what lay here is not what this witness saw; one that has come less far is an older copy of it. */
function wordsHere(found: WitnessWords, { place, known }: WitnessNeeds): readonly (readonly [string, LineagePoint])[] {
  return Object.entries(found).filter(([id, { serial }]) => !place.isOfAnotherFolder || serial >= (known(id)?.serial ?? 0))
}

/** Another path's word is taken over where it is the very last one: the folder was carried here in good order. */
function wordsCarried(others: readonly WitnessWords[], { known }: WitnessNeeds): readonly (readonly [string, LineagePoint])[] {
  const isLast = (id: string, { serial, mark }: LineagePoint): boolean => known(id)?.serial === serial && known(id)?.mark === mark
  const further = (id: string): boolean => others.some((words) => (words[id]?.serial ?? 0) > (known(id)?.serial ?? 0))
  return others.flatMap((words) => Object.entries(words)).filter(([id, point]) => isLast(id, point) && !further(id))
}
