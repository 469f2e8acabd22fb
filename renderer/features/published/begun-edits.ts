import type { BegunOf } from '../../../shared/begun/begun-words.ts'
import type { EditedText } from '../../../shared/published/check-edit.ts'

type BegunEdits = BegunOf<'edit'> | null

/** What was begun for these parts; null: nothing. */
export function textBegun(begun: BegunEdits, jobIds: readonly string[]): EditedText | null {
  return begun?.texts.find((text) => text.jobIds.some((id) => jobIds.includes(id))) ?? null
}

/** With these words for these parts, in the place of what was begun for any of them; null: none. */
export function withTextBegun(begun: BegunEdits, jobIds: readonly string[], text: EditedText | null): BegunEdits {
  const others = withoutTextsFor(begun, jobIds)?.texts ?? []
  return text === null ? asBegun(others) : asBegun([...others, { jobIds: [...jobIds], title: text.title, document: text.document }])
}

/** Without what was begun for any of these parts. */
export function withoutTextsFor(begun: BegunEdits, jobIds: readonly string[]): BegunEdits {
  return asBegun(begun?.texts.filter((one) => !one.jobIds.some((id) => jobIds.includes(id))) ?? [])
}

/** Without what was sent for all of its parts. */
export function withoutTextsSent(begun: BegunEdits, taken: readonly string[]): BegunEdits {
  return asBegun(begun?.texts.filter((one) => !one.jobIds.every((id) => taken.includes(id))) ?? [])
}

function asBegun(texts: BegunOf<'edit'>['texts']): BegunEdits {
  return texts.length === 0 ? null : { kind: 'edit', texts }
}
