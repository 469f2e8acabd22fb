import type { WatchQueryProblem } from '../../../shared/watch/watch-query.ts'

interface Sentences {
  readonly what: string
  readonly next: string
}

/** For codes that stand for several mistakes: the sentence for each, by the reason in the error's details. Else the texts of errors.ts. */
export const reasons = {
  address_refused: {
    not_an_address: { what: 'This is no web address.', next: 'Write it like site.example or https://site.example/feed.' },
    scheme: { what: 'This is no web address.', next: 'It has to begin with https:// or http://.' },
    not_https: { what: 'This leads to {{host}} without encryption.', next: 'Use its https address. A feed without https can be followed by its own address, with http:// in front.' },
    credentials: { what: 'There is a name or a password in this address.', next: 'Take out what stands before the @.' },
    private: { what: '{{host}} belongs to this computer or to a private network.', next: 'Vigie reads public sites only. Check the address.' },
    cross_origin_redirect: { what: 'The server sends Vigie on to {{host}}.', next: 'A login is not handed to another server. Give that address instead.' }
  },
  query_unreadable: {
    unclosed_quote: { what: 'The quotation mark at position {{position}} is not closed.', next: 'Add one where the phrase ends.' },
    unclosed_parenthesis: { what: 'The parenthesis at position {{position}} is not closed.', next: 'Add a ) where it ends.' },
    unexpected_parenthesis: { what: 'The ) at position {{position}} closes nothing.', next: 'Take it out, or add a ( before it.' },
    term_missing: { what: 'A word is missing at position {{position}}.', next: 'AND, OR, NOT and parentheses need a word beside them.' },
    no_letters: { what: 'There is nothing to look for at position {{position}}.', next: 'Write a word or a number there, or take the sign out.' },
    star_inside: { what: 'The * at position {{position}} stands inside a word.', next: 'Put it at the end of the beginning you look for: librar*.' }
  }
} as const satisfies { readonly address_refused: Readonly<Record<string, Sentences>>; readonly query_unreadable: Readonly<Record<WatchQueryProblem, Sentences>> }
