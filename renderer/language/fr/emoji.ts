import type { Catalogue } from '../catalogue.ts'
import type { emoji as english } from '../en/emoji.ts'

export const emoji: Catalogue<typeof english> = {
  open: 'Insérer un émoji',
  search: 'Chercher en français ou en anglais',
  searchShort: 'Français ou anglais',
  suggested: 'Émojis de ce nom',
  suggestions_one: 'Un émoji. Entrée l’insère.',
  suggestions_other: '{{count}} émojis. Les flèches choisissent, Entrée insère.',
  results: 'Émojis',
  none: 'Aucun émoji de ce nom',
  groups: 'Groupes',
  recent: 'Utilisés récemment',
  group: { smileys: 'Visages et sentiments', people: 'Personnes', nature: 'Animaux et nature', food: 'Nourriture et boissons', travel: 'Voyages et lieux', activities: 'Activités', objects: 'Objets', symbols: 'Symboles', flags: 'Drapeaux' },
  tone: 'Teinte de peau',
  tones: { none: 'Sans teinte', light: 'Claire', mediumLight: 'Moyennement claire', medium: 'Moyenne', mediumDark: 'Mate', dark: 'Foncée' }
}
