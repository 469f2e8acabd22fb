import { htmlToText } from '../../text/html-to-text.ts'

/** What a person would read: a content warning stands before the text it hides. */
export function textOf({ spoiler_text, content }: { readonly spoiler_text: string; readonly content: string }): string {
  const text = htmlToText(content)
  return spoiler_text === '' ? text : `${spoiler_text}\n\n${text}`
}
