import { z } from 'zod'

/** Who may see a post. Networks name them each in their own way; the adapter knows how. `with_link`: it is listed nowhere, and whoever has its address sees it. */
export const audiences = ['everyone', 'with_link', 'friends', 'followers', 'only_me'] as const
export type Audience = (typeof audiences)[number]

/** What others may do with a post, where its network leaves that to whoever posts. */
export const allowances = ['comments', 'duets', 'stitches'] as const
export type Allowance = (typeof allowances)[number]

/** Whom a post advertises: the account itself, or somebody who pays for it. */
export const disclosures = ['own_brand', 'partner'] as const
export type Disclosure = (typeof disclosures)[number]

const namedThere = z.object({ id: z.string().min(1).max(100), name: z.string().max(200) })
/** Something that the network has under an id, with the name that it has there. */
export type NamedThere = z.infer<typeof namedThere>

/** What a network of films (YouTube) asks of each film. */
export const filmTermsSchema = z.object({
  /** null: nobody said yet. The law asks it of whoever uploads, so it is never answered by a program. */
  madeForKids: z.boolean().nullable(),
  /** null: the network's own choice. */
  category: namedThere.nullable(),
  /** Into which list of the account's own it goes once it is there. null: into none. */
  playlist: namedThere.nullable(),
  /** Whether the network tells who follows the account. */
  notifies: z.boolean()
})
export type FilmTerms = z.infer<typeof filmTermsSchema>

/**
 * What a network asks of each post apart from its words, answered for one account by a person. Which of it there is, the network's capabilities say (`terms`). A post without them
 * goes the network's other way (on TikTok: as a draft).
 */
export const postTermsSchema = z.object({
  /** null: not chosen yet. Never chosen by a program. */
  audience: z.enum(audiences).nullable(),
  /** What is not named is not allowed. */
  allows: z.array(z.enum(allowances)).max(allowances.length),
  /** null: it advertises nobody. Empty: it does, and whom is not said yet. */
  discloses: z.array(z.enum(disclosures)).max(disclosures.length).nullable(),
  /** The film shows what AI made as if it were real: its network labels it (`TermsRule.madeWithAi`). */
  isMadeWithAi: z.literal(true).optional(),
  /** Only where a film has more of them (`TermsRule.film`). */
  film: filmTermsSchema.optional()
})
export type PostTerms = z.infer<typeof postTermsSchema>

/** Nothing is chosen, nothing allowed: what a person begins with. */
export const openTerms: PostTerms = { audience: null, allows: [], discloses: null }

/** The same where each post has terms, and is a film for everybody as long as nobody says otherwise. */
export const openFilmTerms: PostTerms = { audience: 'everyone', allows: [], discloses: null, film: { madeForKids: null, category: null, playlist: null, notifies: true } }

/** More lists than anybody looks through. */
export const mostPlaylists = 200

/** What the network lets this account choose from, as it last said. */
export const termsOfferSchema = z.object({
  /** The account's name there, as people read it. */
  nickname: z.string().max(200),
  audiences: z.array(z.enum(audiences)),
  /** Switched off in the account's own settings there. */
  closed: z.array(z.enum(allowances)),
  /** How long a film may be, in ms; null: not told. */
  longestFilmMs: z.int().positive().nullable(),
  /** Only where a film has more of them. */
  film: z.object({ categories: z.array(namedThere).max(100), playlists: z.array(namedThere).max(mostPlaylists) }).optional()
})
export type TermsOffer = z.infer<typeof termsOfferSchema>

/** What an account's part in a new post begins with. */
export function beginningTerms({ beginsWithTerms }: { readonly beginsWithTerms?: true | undefined }): { readonly terms?: PostTerms } {
  return beginsWithTerms === true ? { terms: openTerms } : {}
}

/** In another post somebody says anew who may see it. What was said of a film is said of the same film; without any file (a template of words) nobody has said yet for whom the next one is made. */
export function chosenAnew<Target extends { readonly terms?: PostTerms | undefined }>(targets: readonly Target[], hasFiles: boolean): Target[] {
  return targets.map((target) => (target.terms === undefined ? target : { ...target, terms: ofNextPost(target.terms, hasFiles) }))
}

function ofNextPost(terms: PostTerms, hasFiles: boolean): PostTerms {
  const { isMadeWithAi, film, ...others } = terms
  const kept = { ...others, ...(isMadeWithAi === true && hasFiles ? { isMadeWithAi } : {}) }
  if (film === undefined) return { ...kept, audience: null }
  return { ...kept, film: hasFiles ? film : { ...film, madeForKids: null } }
}

/** The same terms, with or without the label. */
export function labelledAsAi(terms: PostTerms, is: boolean): PostTerms {
  const { isMadeWithAi: _was, ...others } = terms
  return is ? { ...others, isMadeWithAi: true } : others
}

/** As one word to compare; what is nobody's choice stands for nothing. */
export function termsAsWord(terms: PostTerms | undefined): string {
  if (terms === undefined) return ''
  const { audience, allows, discloses, isMadeWithAi, film } = terms
  return JSON.stringify([audience, allows, discloses, ...(isMadeWithAi === true ? ['ai'] : []), ...(film === undefined ? [] : [film.madeForKids, film.category?.id ?? null, film.playlist?.id ?? null, film.notifies])])
}

/** In one order, so that the same choices are the same words. */
export function inOrder<Name extends string>(all: readonly Name[], chosen: readonly Name[]): Name[] {
  return all.filter((name) => chosen.includes(name))
}
