import type { Catalogue } from '../catalogue.ts'
import type { published as english } from '../en/published.ts'

export const published: Catalogue<typeof english> = {
  remove: 'Supprimer des réseaux…',
  title: 'Supprimer cette publication de ses réseaux ?',
  quoted: '« {{words}} »',
  text: 'Elle y disparaît pour tout le monde, avec ses mentions J’aime et ses réponses. On ne peut pas la faire revenir. Le texte et les images restent ici.',
  accounts: 'Où elle est publiée',
  confirmOne: 'Supprimer de {{network}}',
  confirm_one: 'Supprimer de {{count}} compte',
  confirm_other: 'Supprimer de {{count}} comptes',
  confirmNone: 'Ne supprimer nulle part',
  close: 'Fermer',
  open: 'L’ouvrir là-bas',
  markRemoved: 'Je l’ai supprimée là-bas',
  underWay: 'La suppression est en cours.',
  parts_one: '{{count}} partie.',
  parts_other: '{{count}} parties, la dernière d’abord.',
  toBin: 'Elle va dans la corbeille de {{network}}, d’où l’on peut la faire revenir là-bas.',
  onHold: 'Tout est suspendu',
  onHoldText: 'La suppression attend dans la file jusqu’à la fin de la suspension. Pour supprimer tout de suite, faites-le sur le réseau.',
  writeAgain: 'Puis la récrire : en ouvrir une copie en brouillon',
  price: '{{network}} le facture : {{amount}} au plus.',
  why: {
    account_gone: 'Son compte a été retiré de ce client. Ouvrez-la là-bas, supprimez-la, puis dites-le ici.',
    unnamed: 'Vigie ne sait pas de quelle publication il s’agit là-bas : elle a été publiée à la main, ou confirmée à l’œil. Ouvrez le compte là-bas, supprimez-la, puis dites-le ici.',
    by_hand: 'Vigie n’atteint pas ce réseau. Ouvrez-la là-bas, supprimez-la, puis dites-le ici.',
    not_by_interface: '{{network}} ne laisse aucun programme supprimer de publications. Ouvrez-la là-bas, supprimez-la, puis dites-le ici.',
    too_late: '{{network}} ne laisse les programmes supprimer une publication que pendant un certain temps, qui est passé. Ouvrez-la là-bas, supprimez-la, puis dites-le ici.'
  }
}
