import type { Catalogue } from '../catalogue.ts'
import type { categories as english } from '../en/categories.ts'

export const categories: Catalogue<typeof english> = {
  label: 'Catégories sur {{handle}}',
  fixed: 'Catégories sur {{handle}} : {{names}}',
  placeholder: 'Chercher parmi les catégories du site',
  hint: 'Celles du site ; aucune n’y est créée. Sans catégorie, le site range l’article dans celle qu’il prend par défaut.',
  remove: 'Retirer la catégorie {{name}}',
  asking: 'Lecture des catégories du site…',
  nothing: 'Pas de telle catégorie sur le site.',
  none: 'celle par défaut du site',
  asOf: 'Telles que le site les avait {{when}}.',
  more: 'Le site en a davantage que ces {{count}}.',
  gone_one: 'Le site n’a plus {{names}} : retirez-la ou choisissez-en une autre, sans quoi la publication n’y part pas.',
  gone_other: 'Le site n’a plus {{names}} : retirez-les ou choisissez-en d’autres, sans quoi la publication n’y part pas.',
  quoted: '« {{name}} »',
  shown: 'Rangé dans',
  compared: 'Catégories sur {{name}} alors : {{before}}. Maintenant : {{after}}.'
}
