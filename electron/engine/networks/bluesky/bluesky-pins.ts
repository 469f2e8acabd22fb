import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { PinnedPost } from '../../../../shared/published/pin-there.ts'
import type { NetworkResult } from '../network-failure.ts'
import { pinChanged, type PinBoard, type PinTarget } from '../network-pins.ts'
import { done, failed } from '../network-results.ts'
import { openBlueskyContext, type BlueskyContext } from './bluesky-context.ts'
import { xrpcErrorOf } from './bluesky-failures.ts'
import { postPage, writeRecordAddress } from './bluesky-mapping.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'
import { readOwnRecord, readPost, type StrongReference } from './bluesky-references.ts'

const profileCollection = 'app.bsky.actor.profile'
const profileKey = 'self'
const profileSchema = z.looseObject({ pinnedPost: z.looseObject({ uri: z.string() }).optional() })
const wordsSchema = z.looseObject({ text: z.string() })
const writtenSchema = z.object({ uri: z.string() })

/** `pinnedPost` of app.bsky.actor.profile (lexicon read on 2026-11-23): one post at the top of the profile, which takes the place of the one before. All else in the record stays as it is. */
export function createBlueskyPins(needs: BlueskyNeeds): PinBoard {
  return {
    async read(session, remoteId) {
      const context = openBlueskyContext(needs, session)
      if (!context.ok) return context
      const post = await readPost(context.value, remoteId)
      if (!post.ok) return post
      if (post.value === null) return done('gone')
      const profile = await readProfile(context.value)
      if (!profile.ok) return profile
      const pinned = profile.value.record.pinnedPost?.uri
      if (pinned === undefined || pinned === remoteId) return done({ isPinned: pinned === remoteId, hindrance: null, instead: null })
      const instead = await describe(context.value, pinned)
      return instead.ok ? done({ isPinned: false, hindrance: null, instead: instead.value }) : instead
    },
    async set(session, target) {
      const context = openBlueskyContext(needs, session)
      return context.ok ? setPin(context.value, target) : context
    }
  }
}

interface Profile {
  readonly record: z.infer<typeof profileSchema>
  /** null: there is none; undefined: the server keeps versions to itself. */
  readonly version: string | null | undefined
}

async function readProfile(context: BlueskyContext): Promise<NetworkResult<Profile>> {
  const read = await readOwnRecord(context, writeRecordAddress({ did: context.did, collection: profileCollection, recordKey: profileKey }))
  if (!read.ok) return read
  if (read.value === null) return done({ record: {}, version: null })
  const record = profileSchema.safeParse(read.value.value)
  return record.success ? done({ record: record.data, version: read.value.cid }) : failed('rejected', studioError('unexpected_answer', 'the profile has another shape, and something of it would be lost'))
}

/** Of one that is gone nothing is told but that it holds the place. */
async function describe(context: BlueskyContext, uri: string): Promise<NetworkResult<PinnedPost>> {
  const post = await readPost(context, uri)
  if (!post.ok) return post
  return done({ remoteId: uri, words: wordsSchema.safeParse(post.value?.value).data?.text.slice(0, 280) ?? '', url: post.value === null ? null : postPage(uri) })
}

/** Over the version that was read, and no other. */
async function setPin(context: BlueskyContext, { remoteId, isPinned, instead }: PinTarget): Promise<NetworkResult<null>> {
  const profile = await readProfile(context)
  if (!profile.ok) return profile
  const { pinnedPost, ...rest } = profile.value.record
  if ((pinnedPost?.uri === remoteId) === isPinned) return done(null)
  if (!isPinned) return write(context, rest, profile.value.version)
  if (pinnedPost !== undefined && pinnedPost.uri !== instead) return failed('rejected', pinChanged)
  const reference = await referTo(context, remoteId)
  return reference.ok ? write(context, { ...rest, pinnedPost: reference.value }, profile.value.version) : reference
}

async function referTo(context: BlueskyContext, remoteId: string): Promise<NetworkResult<StrongReference>> {
  const post = await readPost(context, remoteId)
  if (!post.ok) return post
  return post.value === null ? failed('rejected', studioError('rejected', 'the post is no longer there', { details: { reason: 'gone' } })) : done({ uri: post.value.uri, cid: post.value.cid })
}

async function write({ xrpc, server, did }: BlueskyContext, record: object, was: Profile['version']): Promise<NetworkResult<null>> {
  const input = { repo: did, collection: profileCollection, rkey: profileKey, record: { $type: profileCollection, ...record }, ...(was === undefined ? {} : { swapRecord: was }) }
  const written = await xrpc.procedure(server, 'com.atproto.repo.putRecord', input, writtenSchema, 'visible')
  if (written.ok) return done(null)
  // Somebody changed it in between: nothing was written, and the next attempt reads it anew.
  return xrpcErrorOf(written.failure) === 'InvalidSwap' ? failed('server_error', studioError('server_error', 'the profile changed meanwhile', { retryable: true })) : written
}
