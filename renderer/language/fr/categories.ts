import type { Catalogue } from '../catalogue.ts'
import type { categories as english } from '../en/categories.ts'

export const categories: Catalogue<typeof english> = {
  quoted: '« {{name}} »',
  categories: {
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
    shown: 'Rangé dans',
    compared: 'Catégories sur {{name}} alors : {{before}}. Maintenant : {{after}}.'
  },
  sections: {
    label: 'Section sur {{handle}}',
    fixed: 'Section sur {{handle}} : {{names}}',
    placeholder: 'Chercher parmi les sections du tableau',
    hint: 'Celles du tableau ; aucune n’y est créée. Sans section, l’épingle se place sur le tableau même.',
    remove: 'Retirer la section {{name}}',
    asking: 'Lecture des sections du tableau…',
    nothing: 'Pas de telle section sur le tableau.',
    none: 'le tableau même',
    asOf: 'Telles que le tableau les avait {{when}}.',
    more: 'Le tableau en a davantage que ces {{count}}.',
    gone_one: 'Le tableau n’a plus {{names}} : retirez-la ou choisissez-en une autre, sans quoi l’épingle n’y part pas.',
    gone_other: 'Le tableau n’a plus {{names}} : retirez-les ou choisissez-en d’autres, sans quoi l’épingle n’y part pas.',
    shown: 'Dans la section',
    compared: 'Section sur {{name}} alors : {{before}}. Maintenant : {{after}}.'
  },
  labels: {
    label: 'Étiquettes du forum {{handle}}',
    fixed: 'Étiquettes du forum {{handle}} : {{names}}',
    placeholder: 'Chercher parmi les étiquettes du forum',
    hint: 'Celles du forum, cinq au plus ; aucune n’y est créée.',
    remove: 'Retirer l’étiquette {{name}}',
    asking: 'Lecture des étiquettes du forum sur Discord…',
    nothing: 'Pas de telle étiquette dans le forum.',
    none: 'aucune',
    asOf: 'Telles que le forum les avait {{when}}.',
    more: 'Le forum en a davantage que ces {{count}}.',
    gone_one: 'Le forum n’a plus {{names}} : retirez-la ou choisissez-en une autre, sans quoi la publication n’y part pas.',
    gone_other: 'Le forum n’a plus {{names}} : retirez-les ou choisissez-en d’autres, sans quoi la publication n’y part pas.',
    shown: 'Étiquettes',
    compared: 'Étiquettes du forum {{name}} alors : {{before}}. Maintenant : {{after}}.'
  }
}
