import type { Catalogue } from '../catalogue.ts'
import type { quotes as english } from '../en/quotes.ts'

export const quotes: Catalogue<typeof english> = {
  act: 'Citer dans une publication',
  ownPost: 'Citer dans une nouvelle publication',
  share: 'Repartager',
  save: 'Enregistrer sur un autre tableau',
  offerTitle: 'Une publication dans le texte',
  offer: 'Le texte contient l’adresse d’une publication sur {{network}} : elle peut figurer dans celle-ci.',
  take: 'La citer',
  saveOfferTitle: 'Une épingle dans le texte',
  saveOffer: 'Le texte contient l’adresse d’une épingle : elle peut être enregistrée sur le tableau, telle quelle.',
  takePin: 'Enregistrer cette épingle',
  pinTitle: 'Épingle à enregistrer',
  pinSaved: 'Elle devient une nouvelle épingle du tableau, avec l’image, le texte et le lien de celle-ci : rien de vous ne l’accompagne. Elle se supprime comme une autre. Tant que votre application chez Pinterest a un accès d’essai, elle n’est visible que par vous, ou Pinterest la refuse.',
  saidUndated: '{{who}}, {{network}}',
  title: 'Publication citée',
  said: '{{who}}, {{network}}, {{when}}',
  remove: 'Retirer la publication citée',
  removed: 'La publication citée a été retirée',
  restore: 'La remettre',
  open: 'La voir là-bas',
  mayBeRefused: 'Chaque auteur choisit qui peut le citer, et un serveur Mastodon ne le permet qu’à partir de la version 4.5. Si la citation est impossible au moment du départ, rien n’y est publié et vous en êtes averti.',
  was: 'Citée dans cette version : {{who}}, « {{text}} »',
  now: 'Citée maintenant : {{who}}, « {{text}} »',
  noneThen: 'Cette version ne cite aucune publication.',
  noneNow: 'Aucune publication n’est citée maintenant.'
}
