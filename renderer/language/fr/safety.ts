import type { Catalogue } from '../catalogue.ts'
import type { safety as english } from '../en/safety.ts'

export const safety: Catalogue<typeof english> = {
  leaving: {
    title: 'Sur le départ',
    post_one: 'Publication pour un compte',
    post_other: 'Publication pour {{count}} comptes',
    reply: 'Réponse',
    seconds: 'part dans {{count}} s',
    now: 'part maintenant',
    takeBack: 'Annuler',
    step: {
      publish_post: 'Publication pour {{client}}',
      reply: 'Réponse pour {{client}}',
      like: 'J’aime pour {{client}}',
      unlike: 'J’aime retiré pour {{client}}'
    }
  },
  settings: {
    title: 'Sécurité',
    text: 'Contre les accidents quand vous publiez pour {{client}}. Chaque changement prend effet aussitôt.',
    undo: 'Délai d’annulation',
    undoHint: 'Ce que vous publiez tout de suite, et vos réponses, attendent ce délai et peuvent être repris. Les « j’aime » attendent cinq secondes au plus.',
    undoNone: 'Aucun : tout part aussitôt',
    undoSeconds: '{{count}} secondes'
  }
}
