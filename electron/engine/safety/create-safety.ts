import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { onHold, type Hold, type HeldDecision, type HeldFate } from '../../../shared/safety/hold.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { HoldBegan } from '../../../shared/contract/safety.contract.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { HeldOutbox } from '../outbox/create-outbox.ts'
import { notHeld } from '../outbox/held-jobs.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { RestoredDecision } from '../../../shared/safety/restored-entry.ts'
import type { HoldStore } from './hold-store.ts'

export interface SafetyFeature extends Feature {
  /** This client's own hold. */
  ownHold(): Hold | null
  /** A hold stands since a moment ago, this client's or all clients': what is due becomes `held`. Says what it keeps. */
  holdBegan(): HoldBegan
  /** Just before a hold ends: what came due until now is asked about, however busy its account is. */
  holdEnds(): void
  /** The hold of all clients ends, and this one's part of it could not: it stays held by itself, unless it is already. */
  holdAlone(hold: Hold): void
  /** The hold is over: what is planned goes on. */
  holdEnded(): void
}

export interface SafetyNeeds {
  readonly accounts: Pick<AccountsService, 'list' | 'listUnserved'>
  readonly held: HeldOutbox
  readonly posts: Pick<PostsService, 'read' | 'moveHeld' | 'dropHeld' | 'editHeld' | 'ask' | 'sendAllTheSame' | 'tell'>
  readonly own: HoldStore
  /** This client's hold, or that of all clients. */
  hold(): Hold | null
}

/** Holding everything back, and letting it go again. */
export function createSafety(context: WorkspaceContext, { accounts, held, posts, own, hold }: SafetyNeeds): SafetyFeature {
  const accountIds = (): readonly string[] => accounts.list().map(({ id }) => id)

  function holdBegan(): HoldBegan {
    const began = held.transaction(() => {
      const kept = held.countKept()
      held.holdBackAll(accountIds())
      return { kept, onTheWire: held.onTheWire() }
    })
    held.poke()
    return began
  }

  const holdEnds = (): void => held.transaction(() => held.holdBackAll(accountIds()))

  function decide({ subject, fate }: HeldDecision): Result<unknown> {
    if (subject.kind === 'job') {
      if (fate.kind === 'publish_now') return held.send(subject.jobId)
      return fate.kind === 'drop' ? held.drop(subject.jobId) : fail(studioError('invalid_input', 'only posts have a time, a draft and an answer'))
    }
    const { postId } = subject
    if (fate.kind === 'publish_now') return held.sendPost(postId)
    // From a dialog that has stood open since: a draft again perhaps, or planned anew.
    if (posts.read(postId)?.jobs.some(({ state }) => state === 'held') !== true) return fail(notHeld)
    return decidePost(postId, fate)
  }

  function decidePost(postId: string, fate: Exclude<HeldFate, { kind: 'publish_now' }>): Result<unknown> {
    switch (fate.kind) {
      case 'move':
        return posts.moveHeld(postId, fate.localDateTime)
      case 'drop':
        return posts.dropHeld(postId)
      case 'edit':
        return posts.editHeld(postId)
      case 'ask':
        return posts.ask(postId)
      case 'send_all_the_same':
        return posts.sendAllTheSame(postId)
    }
  }

  function decideAll(decisions: readonly HeldDecision[]): Result<Record<string, never>> {
    const standing = hold()
    if (standing !== null) return fail(onHold(standing))
    const undone = held.undoable(() => {
      for (const decision of decisions) {
        const decided = decide(decision)
        if (!decided.ok) return decided
      }
      return succeed(null)
    })
    if (!undone.ok) return undone
    posts.tell(decisions.flatMap(({ subject }) => (subject.kind === 'post' ? [subject.postId] : [])))
    held.poke()
    return succeed({})
  }

  /** Also what was written since, and came due under the hold, is decided here. */
  function decideRestored(decisions: readonly RestoredDecision[]): Result<Record<string, never>> {
    const undone = held.undoable(() => {
      holdEnds()
      own.clear()
      return held.decideRestored(decisions)
    })
    if (!undone.ok) return undone
    held.poke()
    context.emit('studio.changed', {})
    return succeed({})
  }

  return {
    ownHold: () => own.read(),
    holdBegan,
    holdEnds,
    holdAlone(standing) {
      if (own.read() === null) own.set(standing)
    },
    holdEnded: () => held.poke(),
    // After the series, which make again what the copy does not have yet.
    afterRestoration(restored) {
      // Nothing stands in it that could leave, now or in a version that knows its networks.
      if (accounts.list().length === 0 && accounts.listUnserved().length === 0) return
      held.transaction(() => {
        held.doubtAll()
        own.setRestored(restored, context.clock.now())
      })
    },
    handlers: {
      'safety.hold': ({ reason }) => {
        const began = held.transaction(() => {
          own.set({ reason, since: context.clock.now() })
          return holdBegan()
        })
        context.emit('studio.changed', {})
        return succeed(began)
      },
      'safety.lift': () => {
        held.transaction(() => {
          holdEnds()
          own.clear()
        })
        held.poke()
        context.emit('studio.changed', {})
        return succeed({})
      },
      'safety.readRestored': async () => succeed(await held.readRestored(own.read()?.restored?.restoredTo ?? null)),
      'safety.decideRestored': ({ decisions }) => decideRestored(decisions),
      'safety.decideHeld': ({ decisions }) => decideAll(decisions)
    }
  }
}
