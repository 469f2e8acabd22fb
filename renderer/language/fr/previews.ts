import type { Catalogue } from '../catalogue.ts'
import type { previews as english } from '../en/previews.ts'

export const previews: Catalogue<typeof english> = {
  look: 'Présentation des aperçus',
  theme: { title: 'Clair ou sombre', studio: 'Comme le studio', light: 'Clair', dark: 'Sombre' },
  width: { title: 'Largeur', desktop: 'Sur un ordinateur', phone: 'Sur un téléphone' },
  mark: '{{element}} : {{confidence}}',
  element: { text: 'Texte', fold: 'Coupure', card: 'Carte du lien', pictures: 'Images', document: 'Document', video: 'Vidéo', captions: 'Sous-titres', poll: 'Sondage', quote: 'Publication citée', tags: 'Étiquettes', teaser: 'Extrait', categories: 'Catégories', avatar: 'Photo de profil', time: 'Heure' },
  confidence: { exact: 'exact', approximate: 'approximatif', network: 'décidé par le réseau' },
  card: { none: 'Pas de carte du lien : la page n’a pas de titre.', unreached: 'Pas de carte du lien : {{address}} n’a pas pu être lu.', networkTries: 'Le réseau essaiera de son côté.', old: 'Telle que la page était le {{when}} ; elle n’a pas pu être lue depuis.', fixed: 'Carte fixée à la programmation, et qui part ainsi. La page dit autre chose depuis : « {{title}} ».', fixedNone: 'Pas de carte du lien : la page n’avait pas été lue au moment de la programmation.' },
  inLists: 'Dans les listes et les flux :',
  legend: {
    open: 'Jusqu’où s’y fier ?',
    title: 'Jusqu’où se fier aux aperçus',
    exact: 'Ce sera ainsi : le texte et ce qui part avec lui ne laissent aucun choix.',
    approximate: 'Proche de la réalité, d’après ce qui se sait de l’extérieur. Le réseau peut en changer chaque jour.',
    network: 'Le réseau, son serveur ou le thème du site décide au moment d’afficher la publication, et n’en dit rien d’avance.',
    foldAt: 'Coupure : après {{count}} caractères',
    foldLines: 'Coupure : après environ {{count}} lignes',
    readOn: '{{host}}, lu le {{day}}',
    unread: 'pas encore comparé à ses règles'
  }
}
