import type { Catalogue } from '../catalogue.ts'
import type { paidMessages as english } from '../en/paid-messages.ts'

export const paidMessages: Catalogue<typeof english> = {
  title: 'Messages privés de {{handle}}',
  never: '{{network}} facture chacun d’eux : ils ne sont donc relevés que sur demande, d’abord les {{number}} derniers. Les discussions chiffrées ne peuvent pas être lues.',
  looked: 'Relevés sur demande : {{when}}.',
  lookedHasMore: 'Relevés sur demande : {{when}}. D’autres attendent.',
  offline: 'Hors ligne : ils pourront être relevés au retour du réseau.',
  needsLogin: 'Le compte doit d’abord être reconnecté.',
  lacksRight: 'Sa connexion n’a pas le droit aux messages privés : reconnectez-le d’abord, sous Comptes.',
  read: 'Relever · {{most}} au plus',
  readOn: 'Relever la suite · {{most}} au plus',
  command: 'Relever les messages privés de {{handle}} ({{most}} au plus)',
  arrived_one: '{{count}} nouveau message, pour {{amount}} au plus.',
  arrived_other: '{{count}} nouveaux messages, pour {{amount}} au plus.',
  nothingNew: 'Rien de nouveau, pour {{amount}} au plus. Les discussions chiffrées ne peuvent pas être lues.',
  overCap: 'Le plafond du mois laisse trop peu pour un relevé.',
  seeAccounts: 'Voir les comptes',
  answer: '{{network}} facture {{amount}} cette réponse',
  answerWithLink: '{{network}} facture {{amount}} cette réponse, à cause de son lien',
  answerOverCap: '{{network}} facture {{amount}} cette réponse, plus que ce que laisse le plafond du mois : elle serait retenue'
}
