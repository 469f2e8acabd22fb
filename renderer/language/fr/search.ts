import type { Catalogue } from '../catalogue.ts'
import type { search as english } from '../en/search.ts'

export const search: Catalogue<typeof english> = {
  title: 'Chercher une publication',
  placeholder: 'Mots d’un brouillon ou d’une publication…',
  hint: 'Cherche dans les brouillons et les publications de ce client, programmées ou parues : texte, titre et descriptions d’images. Les accents ne comptent pas ; les « mots entre guillemets » se suivent.',
  found: 'Publications trouvées',
  count_one: '{{count}} publication trouvée',
  count_other: '{{count}} publications trouvées',
  most: 'Les {{count}} plus récentes ; ajoutez un mot pour affiner',
  nothing: 'Aucune publication trouvée',
  nothingText: 'Un mot peut être abrégé : « régul » trouve « régulier ». Les accents ne comptent pas.',
  changed: 'Modifié {{when}}',
  move: 'Parcourir',
  open: 'Ouvrir',
  close: 'Fermer'
}
