import { createContext, useContext } from 'react'
import type { Poll } from '../../../../shared/posts/poll.ts'
import type { Quote } from '../../../../shared/posts/quote.ts'
import { emptyDocument, type RichDocument } from '../../../../shared/posts/rich-document.ts'

/** `question`: set apart from the words by the network; null: the words are the question. */
export interface OutgoingPoll {
  readonly poll: Poll
  readonly question: string | null
}

const TextContext = createContext('')
const PollContext = createContext<OutgoingPoll | null>(null)
const QuoteContext = createContext<Quote | null>(null)
const LinkContext = createContext<string | null>(null)
const DocumentContext = createContext<RichDocument>(emptyDocument)

/*
 * The words that would be sent, for whatever in a preview shows them. They change with every key, the rest of a preview hardly ever: only what shows them is
 * drawn again. Measured, npm run bench.
 */
export const OutgoingTextProvider = TextContext.Provider
export const OutgoingPollProvider = PollContext.Provider
export const OutgoingQuoteProvider = QuoteContext.Provider
export const OutgoingLinkProvider = LinkContext.Provider
export const OutgoingDocumentProvider = DocumentContext.Provider

export function useOutgoingText(): string {
  return useContext(TextContext)
}

/** What people are asked below the words, where they are. */
export function useOutgoingPoll(): OutgoingPoll | null {
  return useContext(PollContext)
}

/** Somebody else's post that stands in it. */
export function useOutgoingQuote(): Quote | null {
  return useContext(QuoteContext)
}

/** Where the post leads, beside its words; null: to the first address of them. */
export function useOutgoingLink(): string | null {
  return useContext(LinkContext)
}

/** With its formatting, for networks that show it. */
export function useOutgoingDocument(): RichDocument {
  return useContext(DocumentContext)
}
