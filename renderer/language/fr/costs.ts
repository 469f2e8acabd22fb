import type { Catalogue } from '../catalogue.ts'
import type { costs as english } from '../en/costs.ts'

export const costs: Catalogue<typeof english> = {
  price_one: '{{network}} facture {{amount}} cette publication',
  price_other: '{{network}} facture {{amount}} ces {{count}} publications',
  priceWithLink_one: '{{network}} facture {{amount}} cette publication, à cause de son lien',
  priceWithLink_other: '{{network}} facture {{amount}} ces {{count}} publications, dont certaines avec un lien',
  month: '{{spent}} dépensés ce mois-ci',
  monthOfCap: '{{spent}} sur {{cap}} dépensés ce mois-ci',
  question: '{{network}} la facture {{amount}}.',
  title: 'Coûts',
  text: '{{network}} facture chaque publication, plus cher avec un lien, et chaque message privé lu ou envoyé. Tarifs au {{date}} ; seule la facture du réseau fait foi.',
  cap: 'Plafond par mois, en dollars',
  capHint: 'Au-delà, plus rien ne part vers les réseaux payants et aucun message privé n’y est lu. Vide : pas de plafond.',
  capUnreadable: 'Un montant comme 5 ou 12,50',
  capSave: 'Enregistrer le plafond',
  capSaved: 'Le plafond est enregistré',
  none: 'Rien n’a été facturé pour l’instant.',
  tableCaption: 'Coûts de chaque mois',
  column: { month: 'Mois', posts: 'Publications', withLink: 'Avec lien', messagesSent: 'Messages envoyés', messagesRead: 'Messages lus', cost: 'Coût' },
  possible_one: 'En outre, {{count}} publication ou message est peut-être arrivé : {{amount}}.',
  possible_other: 'En outre, {{count}} publications ou messages sont peut-être arrivés : {{amount}}.'
}
