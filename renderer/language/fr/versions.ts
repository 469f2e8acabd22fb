import type { Catalogue } from '../catalogue.ts'
import type { versions as english } from '../en/versions.ts'

export const versions: Catalogue<typeof english> = {
  open: 'Versions',
  title: 'Versions de cette publication',
  text_one: 'Jusqu’à {{count}} version est gardée, pendant 90 jours.',
  text_other: 'Jusqu’à {{count}} versions sont gardées, chacune pendant 90 jours.',
  list: 'Versions, de la plus récente à la plus ancienne',
  emptyTitle: 'Pas encore de version antérieure',
  emptyText: 'Une version est gardée quand vous reprenez après une pause, toutes les dix minutes pendant l’écriture, et chaque fois que la publication est programmée ou approuvée.',
  reason: {
    pause: 'Avant une pause',
    writing: 'En cours d’écriture',
    cut: 'Avant une suppression importante',
    schedule: 'Telle que programmée',
    approval: 'Soumise à l’approbation',
    restore: 'Avant le retour d’une autre',
    edit: 'Telle que modifiée sur les réseaux'
  },
  first: 'Première version',
  words: 'Mots ajoutés : {{added}}, retirés : {{removed}}',
  sameWords: 'Mêmes mots',
  covered: 'Couverture de la vidéo, avant et maintenant',
  noCover: 'le choix du réseau',
  coverShown: 'La couverture',
  other: { line_breaks: 'sauts de ligne', formatting: 'mise en forme', own_texts: 'textes à part', parts: 'fil', accounts: 'comptes', images: 'images', own_images: 'images à part', descriptions: 'descriptions', covers: 'couvertures', poll: 'sondage', quote: 'publication citée', formats: 'nature de la publication' },
  comparison: 'Comparée au texte actuel',
  legend: 'Comparée au texte actuel :',
  onlyThen: 'seulement dans cette version',
  onlyNow: 'seulement dans le texte actuel',
  same: 'Cette version est ce que dit la publication actuellement.',
  heading: {
    title: 'Titre',
    base: 'Texte',
    part: 'Partie {{part}}',
    own: '{{name}} : texte à part',
    ownInPart: '{{name}} : texte à part de la partie {{part}}'
  },
  noText: 'Pas de texte',
  lineBreak: 'saut de ligne',
  notDescribed: 'Sans description',
  beside: {
    formatting: 'Seuls des liens ou la mise en valeur diffèrent.',
    own_text_began: 'Dans cette version, le compte suit le texte commun.',
    own_text_ended: 'Le compte suit maintenant le texte commun.'
  },
  goneAccount: 'Un compte retiré depuis',
  accountsThen: 'Dans cette version seulement, pour : {{names}}',
  accountsNow: 'Maintenant seulement, pour : {{names}}',
  imagesThen: 'Images présentes seulement dans cette version',
  imagesNow: 'Images présentes seulement dans le texte actuel',
  described: 'Images décrites autrement',
  moved: 'Les images sont dans un autre ordre.',
  formats: 'La nature de la publication a changé depuis sur {{names}}',
  ownImages: 'Les images à part diffèrent pour : {{names}}',
  restore: 'Rétablir cette version',
  restoreText: 'Ce que dit la publication actuellement est gardé comme version.',
  fixed: 'La publication a son heure : reprenez-la avant de rétablir une version.',
  nothingToRestore: 'Cette version dit la même chose que la publication actuelle : il n’y a rien à rétablir.',
  restored: 'Version rétablie : {{when}}',
  undo: 'le texte d’avant la version rétablie ({{when}}) revient',
  undone: 'Le texte d’avant est revenu'
}
