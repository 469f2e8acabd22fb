import type { TFunction } from 'i18next'
import type { NamedThere } from '../../../../shared/posts/post-terms.ts'

/** YouTube's categories keep their numbers everywhere, and it names them in one language for whoever asks: https://developers.google.com/youtube/v3/docs/videoCategories (read on 2026-11-23). */
const known = ['1', '2', '10', '15', '17', '19', '20', '22', '23', '24', '25', '26', '27', '28', '29'] as const

/** What the category is called in the studio's language; one that nobody knows has the name that it has there. */
export function categoryName(t: TFunction<'terms'>, { id, name }: NamedThere): string {
  const one = known.find((each) => each === id)
  return one === undefined ? name : t(`category.${one}`)
}
