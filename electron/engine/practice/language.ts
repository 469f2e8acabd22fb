/** The practice network speaks these; the business writes in one of them, the community in both. */
export type Language = 'fr' | 'en'
