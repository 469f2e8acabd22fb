import type { EventPayload } from '../../../shared/contract/event-map.ts'
import { idSchema } from '../../../shared/contract/identifiers.ts'

export const linkScheme = 'vigie'
const screens = ['calendar', 'compose', 'ideas', 'library', 'inbox', 'watch', 'outbox', 'accounts', 'settings'] as const

const form = /^vigie:\/\/open\/([a-z]+)(?:\/([0-9a-f-]{36}))?(?:\/([0-9a-f-]{36}))?\/?$/

/**
 * Reads `vigie://open/<screen>[/<workspaceId>[/<subjectId>]]`; null for anything else. Any web page can call such a link, so it can only show
 * a place: it fills nothing in, changes nothing and sends nothing.
 */
export function parseStudioLink(text: string): EventPayload<'navigate'> | null {
  const [, name, workspace, subject] = form.exec(text) ?? []
  const to = screens.find((screen) => screen === name)
  const workspaceId = readId(workspace)
  const subjectId = readId(subject)
  return to === undefined || workspaceId === undefined || subjectId === undefined ? null : { to, workspaceId, subjectId }
}

/** undefined: there is something, and it is no id. */
function readId(text: string | undefined): string | null | undefined {
  return text === undefined ? null : idSchema.safeParse(text).data
}

/** The link among the words of a command line: Windows and Linux start the application with it. */
export function findStudioLink(words: readonly string[]): EventPayload<'navigate'> | null {
  const word = words.find((candidate) => candidate.startsWith(`${linkScheme}:`))
  return word === undefined ? null : parseStudioLink(word)
}
