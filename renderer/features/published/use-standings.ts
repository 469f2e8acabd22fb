import { useCallback, useEffect, useRef, useState } from 'react'
import type { Account } from '../../../shared/accounts/account.ts'
import type { Reality } from '../../../shared/contract/reality.contract.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { readingPriceOf } from '../../../shared/figures/reading-price.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { beginEdit } from '../../../shared/published/begin-edit.ts'
import { changesTitle } from '../../../shared/published/changes-title.ts'
import { studio } from '../../bridge/studio-client.ts'
import type { PartThere } from './edit-groups.ts'

/** What is known of the words on one account. formatted: they have a form there that would be lost. */
export type Standing =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly error: StudioError }
  | { readonly kind: 'gone' }
  | { readonly kind: 'formatted'; readonly before: string; readonly after: string }
  | { readonly kind: 'there'; readonly part: PartThere }

export interface PartToRead {
  readonly jobId: string
  readonly account: Account
  /** Which one of a thread. */
  readonly part: Job['part']
}

export interface Standings {
  readonly of: (jobId: string) => Standing
  readonly read: (part: PartToRead) => void
}

/** Reads what stands on each account, once for each that can be changed; what was read stays what is begun with, until the part was changed. */
export function useStandings(workspaceId: string, parts: readonly PartToRead[]): Standings {
  const [known, setKnown] = useState<ReadonlyMap<string, Standing>>(new Map())
  const asked = useRef(new Set<string>())

  const read = useCallback(async ({ jobId, account, part }: PartToRead) => {
    const note = (standing: Standing): void => setKnown((before) => new Map(before).set(jobId, standing))
    note({ kind: 'reading' })
    const kept = await studio.request('reality.ofJob', { workspaceId, jobId })
    const asks = kept.ok && kept.value.readable === 'yes' && readingPriceOf(account) === 0
    const answer = asks ? await studio.request('reality.read', { workspaceId, jobId }) : kept
    note(answer.ok ? standingOf({ jobId, account, part }, answer.value) : { kind: 'failed', error: answer.error })
  }, [workspaceId])

  const ids = parts.map(({ jobId }) => jobId).join(' ')
  useEffect(() => {
    const wanted = new Set(ids.split(' '))
    for (const jobId of asked.current) if (!wanted.has(jobId)) asked.current.delete(jobId)
    for (const part of parts) {
      if (asked.current.has(part.jobId)) continue
      asked.current.add(part.jobId)
      void read(part)
    }
    // The ids stand for the parts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ids, read])

  return { of: (jobId) => known.get(jobId) ?? { kind: 'reading' }, read: (part) => void read(part) }
}

function standingOf({ jobId, account, part }: PartToRead, { sent, readable, kept }: Reality): Standing {
  if (kept?.there === 'gone') return { kind: 'gone' }
  const hasTitle = changesTitle(account, part)
  const { isFormattedThere, isOtherThere, begin, seen, before, after } = beginEdit(sent, kept?.there ?? null, hasTitle)
  if (isFormattedThere) return { kind: 'formatted', before, after }
  return { kind: 'there', part: { jobId, account, sent, begin, hasTitle, seen, otherThere: isOtherThere ? { before, after } : null, isBlind: readable !== 'yes' } }
}
