import type { Catalogue } from '../catalogue.ts'
import type { beside as english } from '../en/beside.ts'

export const beside: Catalogue<typeof english> = {
  title: 'À côté de votre texte',
  open: 'Lire un autre brouillon à côté',
  close: 'Fermer ce qui est à côté',
  other: 'Un autre brouillon à côté',
  swap: 'Échanger : écrire dans celui d’à côté',
  goAcross: 'Aller au texte d’à côté, et en revenir',
  keywords: 'second brouillon, comparer, côte à côte, deux colonnes',
  choose: 'Que lire à côté de votre texte ?',
  placeholder: 'Mots d’un brouillon, d’une publication ou d’une idée…',
  closeList: 'Fermer',
  kinds: { drafts: 'Brouillons', scheduled: 'Programmées', ideas: 'Idées', published: 'Parues' },
  nothing: 'Rien trouvé',
  nothingText: 'Les brouillons, les publications programmées ou parues et les idées de ce client peuvent se lire ici.',
  move: 'Parcourir',
  put: 'Mettre à côté',
  idea: 'Idée',
  insertSelection: 'Insérer la sélection',
  insertBlock: 'Insérer ce paragraphe',
  part: 'Partie {{number}}',
  comment: 'Premier commentaire',
  common: 'Texte commun',
  poll: 'Sondage',
  empty: 'Rien n’y est encore écrit.',
  noAlt: 'Image sans description',
  gone: 'Il n’est plus là',
  goneText: 'Il a été supprimé entre-temps. Votre texte est intact.',
  settleFirst: 'Réglez d’abord ce qu’est devenue cette publication ailleurs'
}
