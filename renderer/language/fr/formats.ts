import type { Catalogue } from '../catalogue.ts'
import type { formats as english } from '../en/formats.ts'

export const formats: Catalogue<typeof english> = {
  name: { post: 'Publication', reel: 'Reel', story: 'Story' },
  title: 'Nature de la publication',
  choose: 'Nature de la publication sur {{handle}}',
  reelNote: '{{network}} la montre parmi les reels : une vidéo verticale, avec son texte.',
  storyNote: '{{network}} la montre pendant {{length}} : une image ou une vidéo verticale, sans texte. Les autocollants, liens et sondages y sont réservés aux personnes : ils se posent dans l’application du réseau.',
  answer: 'Envoyer un message',
  covered: 'Recouvert par le réseau',
  coveredNote: 'Les bandes hachurées sont recouvertes par le réseau : rien d’important ne devrait s’y trouver.',
  until: 'story, jusqu’au {{when}}'
}
