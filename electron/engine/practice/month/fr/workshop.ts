import type { MonthPost, Talk } from '../month-data.ts'
import { likedUnder, mentioned, said, under, us, written } from '../talk-rows.ts'

/** What the workshop's account has said of late, in 280 characters at most, and what it will say. */
export const frenchWorkshopPosts: readonly MonthPost[] = [
  { key: 'workshop_sack', week: -1, day: 2, time: '10:30', pillar: 'backstage', likes: 6, boosts: 0,
    text: 'Trente-cinq kilos de Pérou vert viennent d’arriver au premier étage. L’ascenseur est en panne. Merci à tous ceux qui ont des épaules.' },
  { key: 'workshop_first_crack', week: -1, day: 4, time: '11:15', pillar: 'coffee', likes: 9, boosts: 1, picture: { scene: 'beans', alt: 'Des grains de café fraîchement torréfiés autour d’un sachet bleu nuit.' },
    text: 'Premier craquement à 9 min 20, deuxième jamais atteint : voilà pourquoi le Quai Ouest reste doux. Anouk a tout noté dans le cahier rouge. #torréfaction' },
  { key: 'workshop_tour', week: -1, day: 6, time: '09:45', pillar: 'events', likes: 8, boosts: 2,
    text: 'L’atelier se visite samedi prochain à 10 h 30. Six personnes, une heure, trois tasses, et le droit d’écouter le tambour. Inscription en réponse.' },
  { key: 'workshop_hands', week: 0, day: 2, time: '10:40', pillar: 'community', likes: 7, boosts: 0,
    text: 'Question aux amateurs : moulin à main ou moulin électrique ? On range l’établi et on hésite à garder les deux.' },
  { key: 'workshop_filter', week: 0, day: 4, time: '11:30', pillar: 'coffee', likes: 10, boosts: 1, picture: { scene: 'filter', alt: 'Une cafetière filtre dans laquelle le café coule goutte à goutte.' },
    text: 'Essai du jour : la même récolte, deux eaux. Celle du robinet gagne. Comme quoi.' },
  { key: 'workshop_cooling', week: 0, day: 6, time: '11:00', pillar: 'backstage', likes: 5, boosts: 0,
    text: 'Ce qui refroidit ce matin : huit kilos de Belle Équipe. En sachet mardi, au comptoir mercredi.' },
  { key: 'workshop_course', week: 1, day: 3, time: '11:00', pillar: 'events', likes: 8, boosts: 1,
    text: 'Mercredi en huit : deux heures pour apprendre à régler un moulin sans s’énerver. Douze euros, tablier prêté. Il reste quatre places.' },
  { key: 'workshop_christmas', week: 1, day: 6, time: '10:15', pillar: 'practical', likes: 6, boosts: 1,
    text: 'Cadeaux de fin d’année : les coffrets de l’atelier se commandent jusqu’au 12. Trois cafés, un carnet de dégustation, et un ruban qu’Anouk noue elle-même.' }
]

export const frenchWorkshopTalks: readonly Talk[] = [
  likedUnder('workshop_sack', 'done', said('fatou_n', 40, 'praise', 'Mes épaules sont libres jeudi, et paient en espresso.'), us(25, '@fatou_n Marché conclu.')),
  under('workshop_tour', 'done', said('romain_btz', 30, 'questionEvent', 'Il faut savoir quelque chose avant de venir, ou on peut arriver ignorant ?'), us(22, '@romain_btz Ignorant, c’est mieux : Anouk raconte tout depuis le début.'), said('romain_btz', 15, 'followUpThanks', 'Alors je suis prêt. Deux places, merci !')),
  under('workshop_tour', 'answered', said('lea_quai', 160, 'questionEvent', 'Est-ce accessible avec une poussette ? Ce n’est pas moi qui pleure.'), us(45, '@lea_quai Par la cour, oui. Le bruit du tambour endort très bien, d’ailleurs.')),
  under('workshop_hands', 'waiting', said('gilles_amateur', 75, 'answer', 'À main. L’électrique chauffe, et on vous l’avait déjà dit l’an dernier.')),
  likedUnder('workshop_hands', 'answered', said('odile_kerz', 120, 'answer', 'À main, en écoutant la radio. Une demi-tasse par chronique.'), us(50, '@odile_kerz Nous adoptons cette unité de mesure.')),
  under('workshop_filter', 'unread', said('dev_question', 90, 'questionProduct', 'Which tap water though? Mine tastes of swimming pool.')),
  under('workshop_cooling', 'unread', said('fatou_n', 35, 'praise', 'Mercredi, première heure. Réservez-moi un sachet ?')),
  mentioned(52, 'done', said('priya_reads', 0, 'mentionPraise', 'Toured the roasting workshop of @atelierdesamarres by accident, stayed for an hour and left with a notebook full of numbers.'), us(60, '@priya_reads Come back with the numbers, we want to compare!')),
  written(20, 'waiting', said('sabrina_ott', 0, 'messageOrder', '@atelierdesamarres Bonjour, vous torréfiez aussi pour les petits restaurants ? Il nous faudrait quatre kilos par quinzaine.'))
]
