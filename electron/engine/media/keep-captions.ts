import type Database from 'better-sqlite3'
import { z } from 'zod'
import { captionsFileSchema, type CaptionsFile, type FilmCaptions } from '../../../shared/captions/film-captions.ts'
import { parseCaptions } from '../../../shared/captions/parse-captions.ts'
import { readCaptionsFile, type CaptionsFileFault } from '../../../shared/captions/read-captions-file.ts'
import { writeVtt } from '../../../shared/captions/write-captions.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { CaptionsToSend } from '../networks/network-media.ts'
import { createCaptionsInPosts } from './captions-in-posts.ts'
import type { MediaService } from './media-service.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

export interface CaptionsKeeper {
  readonly handlers: {
    /** Reads a file and keeps what it says. The same call again answers the same; the same id for other words is a conflict. */
    readonly 'media.addCaptions': (input: { readonly captionsId: string; readonly fileName: string; readonly bytes: Uint8Array }) => Result<CaptionsFile>
    readonly 'media.captionsOf': (input: { readonly mediaId: string }) => Result<{ captions: FilmCaptions[] }>
    readonly 'media.readCaptions': (input: { readonly captionsId: string }) => Result<{ vtt: string }>
  }
  readonly service: Pick<MediaService, 'captionsToSend' | 'knownCaptions'>
}

const rowSchema = captionsFileSchema.extend({ vtt: z.string() })

/** Subtitles of the client's films, in its own database: they are small, and so no backup, copy or removal of the client can part them from it. Whatever was chosen, WebVTT is kept, and never changed. */
export function createCaptionsKeeper({ database, clock }: Pick<WorkspaceContext, 'database' | 'clock'>): CaptionsKeeper {
  const rows = prepareRows(database)
  const inPosts = createCaptionsInPosts(database)

  return {
    handlers: { 'media.addCaptions': add, 'media.readCaptions': read, 'media.captionsOf': ({ mediaId }) => succeed({ captions: inPosts(mediaId) }) },
    service: { captionsToSend: toSend, knownCaptions: (captionsIds) => captionsIds.filter((id) => rows.read(id) !== null) }
  }

  function add({ captionsId, fileName, bytes }: Parameters<CaptionsKeeper['handlers']['media.addCaptions']>[0]): Result<CaptionsFile> {
    const parsed = readCaptionsFile(bytes)
    if (!parsed.ok) return fail(refusalOf(parsed.fault, fileName))
    const vtt = writeVtt(parsed.cues)
    const there = rows.read(captionsId)
    if (there?.vtt === vtt) {
      rows.keepOn(captionsId)
      return succeed(there.file)
    }
    if (there !== null) return fail(studioError('conflict', 'this id belongs to other subtitles'))
    const file: CaptionsFile = { captionsId, fileName, bytes: new TextEncoder().encode(vtt).byteLength, cues: parsed.cues.length, lastAtMs: parsed.cues.at(-1)?.startMs ?? 0 }
    rows.insert(file, vtt, clock.now())
    return succeed(file)
  }

  function read({ captionsId }: { readonly captionsId: string }): Result<{ vtt: string }> {
    const there = rows.read(captionsId)
    return there === null ? fail(studioError('not_found', 'these subtitles are gone', { details: { what: 'captions' } })) : succeed({ vtt: there.vtt })
  }

  function toSend(captions: Parameters<MediaService['captionsToSend']>[0]): readonly CaptionsToSend[] | null {
    const found: CaptionsToSend[] = []
    for (const { captionsId, language, fileName } of captions) {
      const parsed = parseCaptions(rows.read(captionsId)?.vtt ?? '')
      if (!parsed.ok) return null
      found.push({ language, fileName, cues: parsed.cues })
    }
    return found
  }
}

function prepareRows(database: Database.Database) {
  const select = database.prepare<[string]>('SELECT id AS captionsId, file_name AS fileName, bytes, cues, last_at AS lastAtMs, vtt FROM captions WHERE id = ?')
  const insert = database.prepare('INSERT INTO captions (id, file_name, bytes, cues, last_at, vtt, added_at) VALUES (@captionsId, @fileName, @bytes, @cues, @lastAtMs, @vtt, @addedAt)')
  const keepOn = database.prepare('UPDATE captions SET unused_since = NULL WHERE id = ?')
  return {
    /** Its days of being unused begin anew. */
    keepOn(captionsId: string): void {
      keepOn.run(captionsId)
    },
    read(captionsId: string): { readonly file: CaptionsFile; readonly vtt: string } | null {
      const row = select.get(captionsId)
      if (row === undefined) return null
      const { vtt, ...file } = rowSchema.parse(row)
      return { file, vtt }
    },
    insert(file: CaptionsFile, vtt: string, addedAt: number): void {
      insert.run({ ...file, vtt, addedAt })
    }
  }
}

function refusalOf(fault: CaptionsFileFault, fileName: string): StudioError {
  return studioError('captions_unreadable', `this file of subtitles cannot be used: ${fault.code}`, { details: { reason: fault.code, fileName, ...('line' in fault ? { line: fault.line } : {}) } })
}
