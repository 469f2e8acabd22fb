/** Something about a post that stops it, or that the user should know, with one of the codes of whoever found it. */
export interface Problem<Code extends string> {
  /** `stop`: it cannot be sent like this; `warn`: it can, and the user should know. */
  readonly severity: 'stop' | 'warn'
  readonly code: Code
  /** null: it concerns the post as a whole. */
  readonly accountId: string | null
  /** Values that the text may name: `count`, `max`, `mediaId`, `fileName`, `network`, `mediaType`, `gap` (a variable), `at` (a moment). Bytes are bytes. In a thread also `part`, from 1, and `place`: what that is, `post`, `part` or `comment`. */
  readonly details: Readonly<Record<string, string | number>>
}
