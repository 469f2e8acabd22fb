import type { Catalogue } from '../catalogue.ts'
import type { rights as english } from '../en/rights.ts'

export const rights: Catalogue<typeof english> = {
  lacking: 'Pas encore dans sa connexion : {{what}}.',
  named: 'Droits, tels que le réseau les nomme : {{rights}}. Votre application là-bas doit les avoir aussi.',
  addFirst: 'Vigie demande des droits que cette connexion n’a pas. Là où {{network}} liste les droits de votre application, vérifiez d’abord qu’elle a ceux-ci, sinon la connexion est refusée :',
  reconnectFor: 'Reconnecter {{handle}} avec les droits qui lui manquent',
  other: 'ce que Vigie a appris depuis',
  use: {
    publishing: 'la publication',
    comments: 'les commentaires',
    mentions: 'les mentions',
    messages: 'les messages privés',
    figures: 'les vues et d’autres chiffres',
    moderation: 'la modération'
  }
}
