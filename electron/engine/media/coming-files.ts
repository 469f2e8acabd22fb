import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { Clock } from '../time/clock.ts'
import type { UnfinishedFile } from './unfinished-file.ts'

/** A page that is gone does not come back for its file; one that encodes 4K on a slow computer may be silent for a while. */
const forgottenAfter = 10 * 60_000

/** What comes from the page, part by part. */
export interface ComingFile {
  /** null: nothing has to come, what is here is only worked on. */
  readonly file: UnfinishedFile | null
  /** Aborted when it is given up. */
  readonly cancelling: AbortController
  readonly received: number
}

interface Part {
  readonly offset: number
  readonly bytes: Uint8Array
}

export interface ComingFiles<Facts> {
  begin(id: string, facts: Facts, file: UnfinishedFile | null): void
  /** Writes what follows; a part that is here already, asked again, is no fault. `atMost`: the whole, in bytes. `conflict` where a part is missing before it. */
  addPart(id: string, part: Part, atMost: (facts: Facts) => number): Promise<Result<{ received: number }>>
  /** The whole is worked on, after the calls before, and is not forgotten meanwhile; at the end the unfinished file is gone, whatever came of it. */
  finish<Value>(id: string, work: (facts: Facts, coming: ComingFile) => Promise<Result<Value>>): Promise<Result<Value>>
  drop(id: string): Promise<void>
  stop(): Promise<void>
}

type Coming<Facts> = { facts: Facts; forget: () => void; turn: Promise<unknown> } & { -readonly [Key in keyof ComingFile]: ComingFile[Key] }

export interface ComingFilesNeeds {
  readonly clock: Pick<Clock, 'after'>
  readonly notBegun: StudioError
  readonly errorOf: (error: unknown) => StudioError
  /** Asked before each part: what is made may become larger than was said, and other files come in meanwhile. null: there is room. */
  readonly room: (bytes: number) => Promise<StudioError | null>
}

/** The files that are on their way from a page. What fails by the disk leaves nothing; `errorOf` names that. */
export function createComingFiles<Facts>({ clock, notBegun, errorOf, room }: ComingFilesNeeds): ComingFiles<Facts> {
  const coming = new Map<string, Coming<Facts>>()

  async function drop(id: string): Promise<void> {
    const one = coming.get(id)
    if (one === undefined) return
    coming.delete(id)
    one.forget()
    one.cancelling.abort()
    await one.turn.catch(() => undefined)
    await one.file?.discard()
  }
  function keepAwake(id: string, one: Coming<Facts>): void {
    one.forget()
    one.forget = clock.after(forgottenAfter, () => void drop(id))
  }
  /** What one call does, after those before it, whatever the page asks at once. */
  async function inTurn<Value>(id: string, work: (one: Coming<Facts>) => Promise<Result<Value>>): Promise<Result<Value>> {
    const one = coming.get(id)
    if (one === undefined) return fail(notBegun)
    const turn = one.turn.then(async () => (coming.get(id) === one ? work(one) : fail(cancelled)))
    one.turn = turn.catch(() => undefined)
    try {
      return await turn
    } catch (error) {
      await drop(id)
      return fail(errorOf(error))
    }
  }

  return {
    begin(id, facts, file) {
      // Begun twice at once: of the one before nothing stays.
      void drop(id)
      const one: Coming<Facts> = { facts, file, cancelling: new AbortController(), received: 0, forget: () => undefined, turn: Promise.resolve() }
      coming.set(id, one)
      keepAwake(id, one)
    },
    async addPart(id, { offset, bytes }, atMost) {
      const added = await inTurn(id, async (one) => {
        if (one.file === null) return fail(notBegun)
        keepAwake(id, one)
        const end = offset + bytes.byteLength
        if (end <= one.received) return succeed({ received: one.received })
        if (offset !== one.received || end > atMost(one.facts)) return fail(studioError('conflict', `part at ${offset}, ${one.received} are here`))
        const tooFull = await room(bytes.byteLength)
        if (tooFull !== null) return fail(tooFull)
        await one.file.append(bytes)
        one.received = end
        return succeed({ received: end })
      })
      if (!added.ok && added.error.code === 'disk_full') await drop(id)
      return added
    },
    async finish(id, work) {
      const finished = await inTurn(id, async (one) => {
        one.forget()
        return work(one.facts, one)
      })
      await drop(id)
      return finished
    },
    drop,
    async stop() {
      await Promise.all([...coming.keys()].map(drop))
    }
  }
}

export const cancelled = studioError('work_cancelled', 'the work on a file was ended')
