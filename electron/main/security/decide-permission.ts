import { isOwnUrl } from './is-own-url.ts'

export interface PermissionQuestion {
  readonly permission: string
  /** Origin or address of the frame that asks. */
  readonly requestingUrl: string
  readonly isMainFrame: boolean
}

/**
 * "Copy" buttons need to write text to the clipboard; the page needs nothing else. Desktop notifications are main's work, media files come
 * in by the file chooser or by dropping.
 */
export function decidePermission(question: PermissionQuestion): boolean {
  return question.permission === 'clipboard-sanitized-write' && question.isMainFrame && isOwnUrl(question.requestingUrl)
}
