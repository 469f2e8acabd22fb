import type { Catalogue } from '../catalogue.ts'
import type { library as english } from '../en/library.ts'

export const library: Catalogue<typeof english> = {
  open: 'Depuis la médiathèque…',
  title: 'Images : {{client}}',
  text: 'Une image utilisée par une publication, un brouillon ou l’une de leurs versions n’est jamais supprimée. Une image que rien n’utilise depuis 30 jours l’est.',
  search: 'Chercher par nom de fichier ou description',
  list: 'Images, de la plus récente à la plus ancienne',
  shown: 'L’image choisie',
  emptyTitle: 'Pas encore d’image',
  emptyText: 'Chaque image ajoutée à une publication de ce client se retrouve ici.',
  noneTitle: 'Aucune image ne correspond',
  noneText: 'La recherche porte sur les noms de fichiers et les descriptions.',
  noDescription: 'Pas encore de description',
  describedAs: 'Description',
  uses_one: 'Dans {{count}} publication',
  uses_other: 'Dans {{count}} publications',
  unused: 'Dans aucune publication',
  usedIn: 'Utilisée dans',
  more_one: 'et {{count}} autre',
  more_other: 'et {{count}} autres',
  untitled: 'Une publication sans texte',
  size: '{{width}} × {{height}}',
  copies_one: 'Ajoutée {{count}} fois, gardée une fois',
  copies_other: 'Ajoutée {{count}} fois, gardée une fois',
  pick: 'Ajouter à la publication',
  keptWords: 'Sa description l’accompagne et peut y être modifiée.',
  there: 'Elle est déjà dans cette partie de la publication.'
}
