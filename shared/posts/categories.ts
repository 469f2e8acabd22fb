import { z } from 'zod'

/** More than anybody files one post under. */
export const mostCategories = 50

/** One that its site has; `id` is the site's own. */
export const categorySchema = z.object({ id: z.string().min(1).max(40), name: z.string().max(300) })
export type Category = z.infer<typeof categorySchema>

/** As somebody chose them for an account, with the names that they had then. Left out of a post: its site files it as it does whatever nobody filed. */
export const chosenCategoriesSchema = z.array(categorySchema).min(1).max(mostCategories)

/** As the site has them: `parentId` is another one's, or null. */
export const categoryThereSchema = categorySchema.extend({ parentId: z.string().max(40).nullable() })
export type CategoryThere = z.infer<typeof categoryThereSchema>

/** All that a site has, as it last said; `isComplete`: it has no more of them. */
export const categoriesThereSchema = z.object({ categories: z.array(categoryThereSchema), isComplete: z.boolean() })
export type CategoriesThere = z.infer<typeof categoriesThereSchema>

export interface CategoryInTree extends Category {
  /** How many stand above it. */
  readonly depth: number
  /** The names of those above it, the outermost first. */
  readonly above: readonly string[]
}

/** Each below its parent, and those beside each other by their names. One whose parent is not there, or stands below itself, stands outermost. */
export function inTree(categories: readonly CategoryThere[], compare: (one: string, other: string) => number): readonly CategoryInTree[] {
  const ids = new Set(categories.map(({ id }) => id))
  const below = new Map<string | null, CategoryThere[]>()
  for (const category of categories) {
    const parentId = category.parentId !== null && ids.has(category.parentId) ? category.parentId : null
    const beside = below.get(parentId)
    if (beside === undefined) below.set(parentId, [category])
    else beside.push(category)
  }
  const placed = new Set<string>()
  const ordered: CategoryInTree[] = []

  function place(list: readonly CategoryThere[], above: readonly string[]): void {
    for (const { id, name } of list.toSorted((one, other) => compare(one.name, other.name))) {
      if (placed.has(id)) continue
      placed.add(id)
      ordered.push({ id, name, depth: above.length, above })
      place(below.get(id) ?? [], [...above, name])
    }
  }

  place(below.get(null) ?? [], [])
  place(categories.filter(({ id }) => !placed.has(id)), [])
  return ordered
}

/** Those that the site no longer has; none where it never told, or did not tell of all. */
export function goneCategories(chosen: readonly Category[], there: CategoriesThere | null): readonly Category[] {
  if (there?.isComplete !== true) return []
  const ids = new Set(there.categories.map(({ id }) => id))
  return chosen.filter(({ id }) => !ids.has(id))
}
