import { z } from 'zod'

/** Who may see a post. Networks name them each in their own way; the adapter knows how. */
export const audiences = ['everyone', 'friends', 'followers', 'only_me'] as const
export type Audience = (typeof audiences)[number]

/** What others may do with a post, where its network leaves that to whoever posts. */
export const allowances = ['comments', 'duets', 'stitches'] as const
export type Allowance = (typeof allowances)[number]

/** Whom a post advertises: the account itself, or somebody who pays for it. */
export const disclosures = ['own_brand', 'partner'] as const
export type Disclosure = (typeof disclosures)[number]

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
  discloses: z.array(z.enum(disclosures)).max(disclosures.length).nullable()
})
export type PostTerms = z.infer<typeof postTermsSchema>

/** Nothing is chosen, nothing allowed: what a person begins with. */
export const openTerms: PostTerms = { audience: null, allows: [], discloses: null }

/** What the network lets this account choose from, as it last said. */
export const termsOfferSchema = z.object({
  /** The account's name there, as people read it. */
  nickname: z.string().max(200),
  audiences: z.array(z.enum(audiences)),
  /** Switched off in the account's own settings there. */
  closed: z.array(z.enum(allowances)),
  /** How long a film may be, in ms; null: not told. */
  longestFilmMs: z.int().positive().nullable()
})
export type TermsOffer = z.infer<typeof termsOfferSchema>

/** What an account's part in a new post begins with. */
export function beginningTerms({ beginsWithTerms }: { readonly beginsWithTerms?: true | undefined }): { readonly terms?: PostTerms } {
  return beginsWithTerms === true ? { terms: openTerms } : {}
}

/** In another post somebody says anew who may see it. */
export function chosenAnew<Target extends { readonly terms?: PostTerms | undefined }>(targets: readonly Target[]): Target[] {
  return targets.map((target) => (target.terms === undefined ? target : { ...target, terms: { ...target.terms, audience: null } }))
}

/** In one order, so that the same choices are the same words. */
export function inOrder<Name extends string>(all: readonly Name[], chosen: readonly Name[]): Name[] {
  return all.filter((name) => chosen.includes(name))
}
