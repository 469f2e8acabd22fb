import type { CommunityMember, Temperament } from './member.ts'

const row = (handle: string, name: string, temperament: Temperament, followers: number, note: string): CommunityMember => ({ handle, name, language: 'fr', temperament, followers, note })

export const frenchMembers: readonly CommunityMember[] = [
  row('claire_bodin', 'Claire Bodin', 'fan', 312, 'Prof de SVT, marcheuse, lectrice du dimanche.'),
  row('maeva_lg', 'Maëva Le Goff', 'fan', 540, 'Illustratrice. Café noir, encre noire.'),
  row('jeanyves_r', 'Jean-Yves Rouault', 'regular', 87, 'Retraité de la navale. Habitué du mardi.'),
  row('souleymane_d', 'Souleymane Diarra', 'ambassador', 1840, 'Médiathécaire. Je prête des livres et j’en parle.'),
  row('ines_amrani', 'Inès Amrani', 'newcomer', 66, 'Tout juste arrivée à Nantes.'),
  row('thomas_vrn', 'Thomas Verron', 'asker', 143, 'Toujours une question.'),
  row('lucie_et_leon', 'Lucie Hamelin', 'regular', 221, 'Maman de Léon (6 ans) et de beaucoup trop de plantes.'),
  row('bernard_44', 'Bernard Guillou', 'complainer', 39, 'Je dis ce que je pense.'),
  row('camille_pdl', 'Camille Perdriel', 'ambassador', 2310, 'Blog « Nantes à petits pas ».'),
  row('hugo_filtre', 'Hugo Marchetti', 'fan', 418, 'Filtre, V60, balance au dixième.'),
  row('nadia_k', 'Nadia Kessaci', 'regular', 175, 'Infirmière de nuit, donc café.'),
  row('yann_lebras', 'Yann Le Bras', 'asker', 94, 'Cyclotouriste et amateur de BD.'),
  row('mathilde_v', 'Mathilde Vasseur', 'journalist', 3920, 'Journaliste, rubrique « Ville » du Courrier de l’Estuaire.'),
  row('elodie_renaud', 'Élodie Renaud', 'newcomer', 58, 'Reconversion en cours : bientôt céramiste.'),
  row('paulo_teixeira', 'Paulo Teixeira', 'regular', 132, 'Menuisier. Les étagères de la boutique, c’est moi.'),
  row('agathe_mrn', 'Agathe Morin', 'fan', 267, 'Étudiante en lettres, cliente en livres de poche.'),
  row('kevin_grincheux', 'Kévin P.', 'troll', 21, 'Compte perso. Les avis n’engagent que vous.'),
  row('franck_deluxe', 'Franck Deluxe', 'troll', 12, 'Pas là pour faire ami-ami.'),
  row('sabrina_ott', 'Sabrina Ott', 'complainer', 74, 'Allergique au gluten et aux retards.'),
  row('promo_mugs', 'Mugs Personnalisés Pro', 'spammer', 4, 'Vos mugs à votre image. -70 % aujourd’hui.'),
  row('brulerie_du_bac', 'Brûlerie du Bac', 'competitor', 960, 'Torréfacteur rive gauche depuis 1998.'),
  row('odile_kerz', 'Odile Kerzerho', 'regular', 48, 'Club de lecture du jeudi.'),
  row('romain_btz', 'Romain Botz', 'asker', 201, 'Barista amateur, latte art catastrophique.'),
  row('fatou_n', 'Fatou Ndiaye', 'fan', 389, 'Poésie, marchés, train de 7 h 12.'),
  row('gilles_amateur', 'Gilles Aubert', 'complainer', 33, 'Client exigeant.'),
  row('lea_quai', 'Léa Quéméneur', 'newcomer', 81, 'Je travaille juste en face.')
]
