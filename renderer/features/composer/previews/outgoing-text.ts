import { createContext, useContext } from 'react'
import { emptyDocument, type RichDocument } from '../../../../shared/posts/rich-document.ts'

const TextContext = createContext('')
const DocumentContext = createContext<RichDocument>(emptyDocument)

/*
 * The words that would be sent, for whatever in a preview shows them. They change with every key, the rest of a preview hardly ever: only what shows them is
 * drawn again. Measured, npm run bench.
 */
export const OutgoingTextProvider = TextContext.Provider
export const OutgoingDocumentProvider = DocumentContext.Provider

export function useOutgoingText(): string {
  return useContext(TextContext)
}

/** With its formatting, for networks that show it. */
export function useOutgoingDocument(): RichDocument {
  return useContext(DocumentContext)
}
