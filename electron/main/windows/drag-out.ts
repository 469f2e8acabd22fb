import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { requestMap, type EngineRequestName, type ParsedInput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { ByHand } from '../../../shared/outbox/by-hand.ts'

type Done = Record<string, never>
type Which = ParsedInput<'outbox.dragByHandFile'>

export interface DragOutNeeds {
  /** Absolute, and for these files alone: it is emptied at the start and at the end. */
  readonly folder: string
  readonly askEngine: (name: EngineRequestName, input: unknown) => Promise<Result<unknown>>
  /** Hands the file to the system, under the mouse that holds it. False: there is no window. */
  readonly startDrag: (file: string) => boolean
}

export interface DragOut {
  /** Writes the file of a card under its own name, once; other programs can read it then. */
  layOut(which: Which): Promise<Result<Done>>
  /** Lets the mouse carry it out of the window. `not_found`: it was not laid out. */
  drag(which: Which): Promise<Result<Done>>
  clean(): Promise<void>
}

/** Files of a card for publishing by hand, carried to the page of a network: only a file on the disk can be dropped on another program. */
export function createDragOut({ folder, askEngine, startDrag }: DragOutNeeds): DragOut {
  const laidOut = new Map<string, Promise<Result<string>>>()
  const clean = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  // What a crash left behind; what another program holds open stays for now, and stands in nobody's way.
  const emptied = clean().catch(() => undefined)
  const keyOf = ({ workspaceId, jobId, mediaId }: Which): string => `${workspaceId}/${jobId}/${mediaId}`

  async function write(which: Which): Promise<Result<string>> {
    await emptied
    const name = await nameOf(askEngine, which)
    if (!name.ok) return name
    const own = join(folder, which.jobId, which.mediaId)
    await mkdir(own, { recursive: true, mode: 0o700 })
    const path = join(own, safeFileName(name.value))
    const written = await copyParts(askEngine, which, path)
    return written.ok ? succeed(path) : written
  }

  return {
    async layOut(which) {
      const key = keyOf(which)
      const before = await laidOut.get(key)
      // Another program may have moved it away.
      if (before?.ok === true && (await isThere(before.value))) return succeed({})
      const writing = write(which).catch((cause: unknown) => fail(studioError(isFull(cause) ? 'disk_full' : 'not_writable', cause instanceof Error ? cause.message : String(cause))))
      laidOut.set(key, writing)
      const written = await writing
      return written.ok ? succeed({}) : written
    },
    async drag(which) {
      const ready = await laidOut.get(keyOf(which))
      if (ready?.ok !== true || !startDrag(ready.value)) return fail(studioError('not_found', 'nothing is laid out to be dragged'))
      return succeed({})
    },
    async clean() {
      laidOut.clear()
      await clean()
    }
  }
}

/** As the card shows it: a cover has a name of its own. */
async function nameOf(askEngine: DragOutNeeds['askEngine'], { workspaceId, jobId, mediaId }: Which): Promise<Result<string>> {
  const read = await askEngine('outbox.readByHand', { workspaceId, jobId })
  if (!read.ok) return read
  const { media }: ByHand = requestMap['outbox.readByHand'].output.parse(read.value)
  const file = media.flatMap(({ cover, ...each }) => (cover === undefined ? [each] : [each, cover])).find((each) => each.mediaId === mediaId)
  return file === undefined ? fail(studioError('not_found', 'the card has no such file')) : succeed(file.fileName)
}

async function copyParts(askEngine: DragOutNeeds['askEngine'], which: Which, path: string): Promise<Result<Done>> {
  const file = await open(path, 'w', 0o600)
  try {
    for (let [offset, whole] = [0, 1]; offset < whole; ) {
      const read = await askEngine('outbox.readByHandFile', { ...which, offset })
      if (!read.ok) return read
      const { bytes, total } = requestMap['outbox.readByHandFile'].output.parse(read.value)
      await file.write(bytes, 0, bytes.byteLength, offset)
      whole = total
      offset += Math.max(1, bytes.byteLength)
    }
    return succeed({})
  } finally {
    await file.close()
  }
}

function isFull(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  )
}

const longestName = 120

/** A name that every system takes, in this folder and no other: https://learn.microsoft.com/windows/win32/fileio/naming-a-file (read on 2026-11-23). */
export function safeFileName(name: string): string {
  const plain = name.replaceAll(/[\u0000-\u001F\u007F<>:"/\\|?*\u202A-\u202E\u2066-\u2069]/g, '-').replace(/^[\s.]+|[\s.]+$/g, '')
  const ending = /\.[a-z\d]{1,5}$/i.exec(plain)?.[0] ?? ''
  const stem = plain.slice(0, plain.length - ending.length).slice(0, longestName).trim()
  return `${stem === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `_${stem}` : stem}${ending}`
}
