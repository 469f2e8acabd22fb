import type { Catalogue } from '../catalogue.ts'
import type { figures as english } from '../en/figures.ts'

export const figures: Catalogue<typeof english> = {
  of: {
    views_one: '{{count}} vue', views_other: '{{count}} vues',
    reach_one: '{{count}} personne touchée', reach_other: '{{count}} personnes touchées',
    likes_one: '{{count}} mention J’aime', likes_other: '{{count}} mentions J’aime',
    reactions_one: '{{count}} réaction', reactions_other: '{{count}} réactions',
    reposts_one: '{{count}} partage', reposts_other: '{{count}} partages',
    quotes_one: '{{count}} citation', quotes_other: '{{count}} citations',
    replies_one: '{{count}} réponse', replies_other: '{{count}} réponses',
    saves_one: '{{count}} signet', saves_other: '{{count}} signets'
  },
  readAt: 'relevé {{when}}',
  kind: { custom: 'Emojis personnalisés', paid: 'Réactions payantes (étoiles)' },
  toldNothing: 'Aucune réaction communiquée pour l’instant : le réseau les donne quand elles changent, et jamais le nombre de vues.',
  toldAlone: '(communiquées quand elles changent, un jour au plus quand Vigie est fermée, et jamais le nombre de vues)',
  gone: 'Ne s’y trouvait plus au dernier relevé, {{when}}.',
  readNow: 'Relever les chiffres',
  readNowFor: 'Relever les chiffres ({{amount}})',
  repeat: {
    open: 'À republier…',
    title: 'Publications qui méritent d’être réécrites',
    text: 'D’après les derniers chiffres des réseaux, comparés à l’habitude de chaque compte.',
    olderThan: 'Parues il y a plus de',
    weeks_one: '{{count}} semaine',
    weeks_other: '{{count}} semaines',
    timesUsual: '{{times}} × l’habitude',
    writtenAgain: 'réécrite le {{when}}',
    noneTitle: 'Rien d’aussi ancien',
    noneText: 'Choisissez une durée plus courte : des publications plus récentes ont des chiffres.',
    uncountedTitle: 'Pas encore de chiffres',
    uncountedText: 'Dès que les réseaux auront compté des mentions J’aime, des réponses ou des vues, les meilleures publications seront ici.'
  },
  seen: { views_one: '{{number}} vue', views_other: '{{number}} vues', reach_one: '{{number}} personne', reach_other: '{{number}} personnes', calls_one: '{{number}} appel', calls_other: '{{number}} appels', website_clicks_one: '{{number}} clic vers le site', website_clicks_other: '{{number}} clics vers le site', directions_one: '{{number}} demande d’itinéraire', directions_other: '{{number}} demandes d’itinéraire', bookings_one: '{{number}} réservation', bookings_other: '{{number}} réservations', of: '{{inAll}} : {{parts}}', within: '{{what}} en 4 semaines', weeks: 'en 4 semaines' },
  where: { maps_mobile: '{{number}} sur les cartes (mobile)', maps_desktop: '{{number}} sur les cartes (ordinateur)', search_mobile: '{{number}} dans la recherche (mobile)', search_desktop: '{{number}} dans la recherche (ordinateur)' },
  week: '{{change}} en {{length}}',
  column: 'Abonnés',
  notTold: 'Non communiqué'
}
