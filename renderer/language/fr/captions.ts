import type { Catalogue } from '../catalogue.ts'
import type { captions as english } from '../en/captions.ts'

/** Les sous-titres d’un film. */
export const captions: Catalogue<typeof english> = {
  place: 'Sous-titres de la vidéo {{position}}',
  title: 'Sous-titres',
  text: 'Les fichiers de sous-titres partent avec « {{film}} » vers les réseaux qui les prennent ; les vérifications disent lesquels. Ce que vous changez ici est aussitôt dans la publication.',
  list: 'Sous-titres de la vidéo',
  language: 'Langue de {{name}}',
  count_one: '{{count}} sous-titre',
  count_other: '{{count}} sous-titres',
  replace: 'Remplacer les sous-titres en {{language}}…',
  remove: 'Retirer les sous-titres en {{language}}',
  add: 'Ajouter un fichier…',
  drop: 'Ou déposez ici des fichiers .srt ou .vtt.',
  done: 'Terminé',
  added_one: '{{name}} a été ajouté.',
  added_other: '{{count}} fichiers ont été ajoutés.',
  replaced: '{{name}} a pris sa place.',
  line: 'Sous-titres : {{languages}}',
  removed: 'Sous-titres en {{language}} retirés',
  putBack: 'Remettre',
  back: 'Sous-titres en {{language}} remis',
  noFilm: { title: 'Pas de vidéo pour ces sous-titres', detail: 'Ajoutez d’abord la vidéo, puis {{name}}.' },
  severalFilms: { title: 'Plusieurs vidéos pour ces sous-titres', detail: 'Ouvrez « Sous-titres » à la vidéo dont {{name}} fait partie, et ajoutez-le là.' },
  mark: 'Sous-titres : {{languages}}'
}
