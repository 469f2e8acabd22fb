import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { flushSync } from 'react-dom'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { framingFor, mediaFor, partsFor } from '../../../../shared/posts/post-parts.ts'
import type { PostProblem } from '../../../../shared/posts/post-problem.ts'
import { placeNow } from '../beside/beside-store.ts'
import type { ComposerStore } from '../composer-store.ts'
import type { ReadyState } from '../composer-state.ts'
import { partAsContent } from '../thread/thread-changes.ts'
import { isInComment, isJoined, placeOfProblem, wordsOf, type JumpPlace, type JumpTarget } from './place-of-problem.ts'
import { placeOfGap, placeOfPhrase, selectSpan, tooMuch, type Span } from './select-in-text.ts'

/** Brings what a check is about under the eyes and the keyboard: the words themselves, the field, the picture's description. */
export function jumpToProblem(store: ComposerStore, problem: PostProblem): void {
  const before = store.state.getState()
  const target = before.kind === 'ready' ? placeOfProblem(before, problem) : null
  // The field has to stand there before anything can be focused.
  flushSync(() => {
    store.edit(target === null ? problem.accountId : target.whose)
    if (target !== null) store.showPart(target.part)
  })
  const now = store.state.getState()
  if (target === null || now.kind !== 'ready') return
  if (target.place !== 'text') return focusPlace(target, problem)
  const editor = placeNow()
  if (editor !== null && !editor.isDestroyed) selectSpan(editor, spanOf(editor, now, target, problem))
}

/** To where the time is chosen. */
export function jumpToTime(): void {
  focusPlace({ place: 'time', mediaId: null }, null)
}

/** The words that it is about; null: all of them, or none that could be shown. */
function spanOf({ state: { doc } }: Editor, state: ReadyState, { part }: JumpTarget, problem: PostProblem): Span | null {
  const { code, details } = problem
  if (code === 'text_too_long' || code === 'text_too_many_bytes') return tooMuchOf(doc, state, part, problem)
  if (code === 'gap_left') return placeOfGap(doc, String(details['gap'] ?? ''))
  if (code === 'mention_unresolved') return placeOfPhrase(doc, `@${wordsOf(details)}`)
  return code === 'signs_refused' ? firstOf(wordsOf(details).split(' ').map((sign) => placeOfPhrase(doc, sign))) : placeOfPhrase(doc, wordsOf(details))
}

/** Where a network makes one text of all parts, nobody can say which of them is too long. */
function tooMuchOf(doc: Node, { post: { content }, accounts }: ReadyState, part: number, { accountId }: PostProblem): Span | null {
  const account = accounts.find(({ id }) => id === accountId)
  const isComment = isInComment(content, part)
  if (account === undefined || (!isComment && isJoined(account.networkId, content))) return null
  return tooMuch(doc, account, { hasMedia: mediaFor(partAsContent(content, part), account.id).length > 0, isComment, quote: part === 0 ? partsFor(content, account, capabilitiesOf(account.networkId))[0]?.quote : undefined, ...framingFor(content.targets.find((target) => target.accountId === account.id), capabilitiesOf(account.networkId)) })
}

function firstOf(spans: readonly (Span | null)[]): Span | null {
  return spans.flatMap((span) => span ?? []).toSorted((one, other) => one.from - other.from)[0] ?? null
}

/** Elements say by `data-jump` what they are the place of, and within it by `data-media` which file a row is about. */
function focusPlace({ place, mediaId }: Pick<JumpTarget, 'place' | 'mediaId'>, problem: PostProblem | null): void {
  const section = document.querySelector(`[data-jump="${place === 'description' ? 'media' : place}"]`)
  if (section === null) return
  const row = rowIn(section, place === 'terms' || place === 'framing' || place === 'categories' ? ['account', problem?.accountId ?? null] : ['media', mediaId])
  const field = [...(row ?? section).querySelectorAll<HTMLElement>(soughtIn(place, row !== null, problem))].find((element) => !element.matches(':disabled') && element.checkVisibility())
  field?.focus()
  field?.scrollIntoView({ block: 'nearest' })
}

function rowIn(section: Element, [name, id]: readonly ['account' | 'media', string | null]): Element | null {
  return id === null ? null : section.querySelector(`[data-${name}="${CSS.escape(id)}"]`)
}

function soughtIn(place: JumpPlace, isRow: boolean, problem: PostProblem | null): string {
  if (place === 'description') return 'textarea'
  if (place === 'media') return isRow ? 'button' : '[data-adds] button, button'
  // Not the first of those that can be taken away.
  if (place === 'categories') return 'input'
  if (place === 'thread') return '[aria-pressed="true"], button'
  if (place === 'poll' && problem?.code === 'poll_choice_empty') return 'input[value=""], input'
  return 'input, textarea, button, [tabindex="0"]'
}
