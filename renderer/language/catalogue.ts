/** The shape of a translation: the same keys as the English catalogue, any text. A missing or a surplus key does not compile. */
export type Catalogue<English> = { readonly [Key in keyof English]: English[Key] extends string ? string : Catalogue<English[Key]> }

/** A tree of texts as i18next takes it. */
export interface TextTree {
  readonly [key: string]: string | TextTree
}

/**
 * French has a third plural form, `many`, for whole millions; its texts are those of `other`.
 * They are added here so that no translator has to write them twice.
 */
export function addManyForms(tree: TextTree): TextTree {
  const entries = Object.entries(tree).flatMap(([key, text]): [string, string | TextTree][] => {
    if (typeof text !== 'string') return [[key, addManyForms(text)]]
    return key.endsWith('_other') ? [[key, text], [`${key.slice(0, -'other'.length)}many`, text]] : [[key, text]]
  })
  return Object.fromEntries(entries)
}
