import type { Catalogue } from '../catalogue.ts'
import type { formats as english } from '../en/formats.ts'

export const formats: Catalogue<typeof english> = {
  name: { post: 'Publication', reel: 'Reel', story: 'Story', document: 'Document' },
  title: 'Nature de la publication',
  choose: 'Nature de la publication sur {{handle}}',
  reelNote: '{{network}} la montre parmi les reels : une vidéo verticale, avec son texte.',
  storyNote: '{{network}} la montre pendant {{length}} : une image ou une vidéo verticale, sans texte. Les autocollants, liens et sondages y sont réservés aux personnes : ils se posent dans l’application du réseau.',
  documentNote: '{{network}} la montre comme un document qui se feuillette : Vigie fait un PDF dont les images sont les pages, et le titre s’affiche au-dessus. Quiconque la voit peut télécharger le fichier, avec les descriptions des images.',
  pages_one: '{{count}} page',
  pages_other: '{{count}} pages',
  page: '{{number}} / {{count}}',
  noPages: 'Les images de la publication en deviennent les pages.',
  leafThrough: 'Pages du document',
  pageBefore: 'Page précédente',
  pageNext: 'Page suivante',
  answer: 'Envoyer un message',
  covered: 'Recouvert par le réseau',
  coveredNote: 'Les bandes hachurées sont recouvertes par le réseau : rien d’important ne devrait s’y trouver.',
  until: 'story, jusqu’au {{when}}'
}
