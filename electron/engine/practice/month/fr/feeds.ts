import type { MonthFeed } from '../month-data.ts'

/** Invented papers, blogs and shops. First number: hours before the month was made; below zero it is still to come out. */
export const frenchFeeds: readonly MonthFeed[] = [
  {
    slug: 'courrier-estuaire', format: 'rss', title: 'Le Courrier de l’Estuaire', description: 'L’actualité de Nantes et de l’estuaire, chaque jour.', folder: 'Presse locale', author: 'La rédaction',
    items: [
      [-30, 'Quai de la Fosse : les terrasses d’hiver autorisées jusqu’en mars', 'La mairie prolonge l’autorisation ; une vingtaine de cafés sont concernés.'],
      [-6, 'Tramway : la ligne 1 interrompue dimanche matin', 'Des travaux de nuit se prolongent ; des bus relais circuleront toutes les dix minutes.'],
      [3, 'Ces commerçants qui ouvrent le dimanche matin', 'Boulangers, fleuristes, libraires : tour de ville de ceux qui se lèvent tôt.'],
      [16, 'Une deuxième librairie-café sur l’île ? La rumeur court', 'Plusieurs commerçants évoquent un projet ; les intéressés ne confirment pas.'],
      [39, 'Le pont Anne-de-Bretagne fermé aux voitures trois nuits', 'Les piétons et les cyclistes pourront traverser.'],
      [63, '« Ici on torréfie entre deux romans » : rencontre avec Les Amarres', 'Portrait d’une brûlerie où l’on vient autant pour lire que pour boire un café.'],
      [88, 'Marché de Talensac : les producteurs passent à l’heure d’hiver', 'Ouverture une demi-heure plus tard dès mardi.'],
      [135, 'Les vitrines primées du quartier Graslin', 'Le jury a distingué une cordonnerie, une fleuriste et une librairie.'],
      [182, 'Café : pourquoi la tasse augmente', 'Récoltes, fret, énergie : les torréfacteurs nantais expliquent leurs prix.'],
      [230, 'Ils animent la rue : douze associations à connaître', 'Lectures, ateliers de réparation, chorales : le guide du mois.'],
      [298, 'Inondations : la Loire sous surveillance', 'Le pic est attendu en milieu de semaine, sans danger pour les quais.'],
      [361, 'Un prix littéraire pour une Nantaise', 'Margot Delaunay récompensée pour « La Route des estuaires ».'],
      [440, 'Circulation : la rue de la Hache passe à sens unique', 'Une expérimentation de six mois demandée par les riverains.'],
      [522, 'Portes ouvertes chez les artisans', 'Trente ateliers ouverts ce week-end, de la céramique à la lutherie.'],
      [640, 'La médiathèque prête désormais des jeux et des graines', 'Souleymane Diarra, médiathécaire : « On prête tout, sauf les chats. »']
    ]
  },
  {
    slug: 'nantes-a-petits-pas', format: 'atom', title: 'Nantes à petits pas', description: 'Le blog des adresses douces, par Camille.', folder: 'Presse locale', author: 'Camille Perdriel',
    items: [
      [12, 'Dix banquettes où lire quand il pleut', 'De la plus moelleuse à la plus lumineuse, mon classement très subjectif.'],
      [70, 'Brunch du dimanche : j’en ai testé sept', 'Le croissant de 8 h 52 des Amarres a gagné, de peu.'],
      [130, 'Où imprimer ses photos sans se ruiner', 'Trois adresses et un conseil : prenez le papier mat.'],
      [175, 'La poésie se porte bien, merci', 'Retour sur une scène ouverte pleine à craquer quai de la Fosse.'],
      [240, 'Mes fleuristes préférés', 'Des bouquets de saison, et des gens qui expliquent.'],
      [300, 'Un dimanche à Trentemoult', 'Façades, passeur, gaufre. Dans cet ordre.'],
      [365, 'Cafés calmes pour travailler', 'Cinq lieux avec des prises, du silence et de bons gâteaux.'],
      [430, 'Le marché des créateurs revient', 'Ce que j’irai voir, et ce que je n’achèterai pas (promis).'],
      [490, 'Petites librairies, grand plaisir', 'Quatre adresses indépendantes où l’on vous conseille vraiment.'],
      [560, 'Rentrée : mon carnet d’adresses', 'Trente lieux, une carte, et la première place pour Les Amarres.'],
      [625, 'Passer l’hiver au jardin des Plantes', 'Les serres, un thermos, et un roman.'],
      [690, 'Pourquoi ce blog', 'Dix ans déjà. Merci à vous.']
    ]
  },
  {
    slug: 'grain-et-tasse', format: 'rss', title: 'Grain & Tasse', description: 'La lettre des torréfacteurs indépendants.', folder: 'Café', author: 'Lettre professionnelle',
    items: [
      [-50, 'Concours régional de torréfaction : les inscriptions ouvrent', 'Vingt places, trois épreuves, un jury de consommateurs.'],
      [8, 'Cours du café vert : légère accalmie', 'Les contrats de mars reculent de 2,1 % après huit semaines de hausse.'],
      [55, 'Lait végétal : la fin du supplément ?', 'Un tiers des cafés interrogés l’ont supprimé cette année.'],
      [100, 'Guatemala : petite récolte, grands cafés', 'Huit sacs seulement pour certaines coopératives d’altitude.'],
      [148, 'Eau : ce que change une cartouche de filtration', 'Mesures comparées dans six villes, dont Nantes.'],
      [205, 'Torréfacteur en panne : la liste à garder près de soi', 'Pièces d’usure, fournisseurs, délais : notre mémo.'],
      [262, 'Étiquettes : ce qui doit y figurer', 'Origine, date, lot : rappel des règles.'],
      [318, 'Décaféiné : le retour en grâce', 'Les ventes ont doublé en trois ans chez les indépendants.'],
      [372, 'Former un barista en six semaines', 'Le programme d’une petite maison qui a tout écrit.'],
      [425, 'Consigne des sachets : premiers bilans', 'Quatre clients sur dix rapportent leur emballage.'],
      [480, 'Expliquer une hausse de prix à ses clients', 'Transparence, pédagogie, et une tasse offerte.'],
      [545, 'Éthiopie : la saison commence', 'Premiers échantillons, notes florales très nettes.'],
      [610, 'Bruit des moulins : les modèles comparés', 'Jusqu’à 14 décibels d’écart.'],
      [680, 'Salon de Lyon : ce qu’il faut en retenir', 'Moins de machines, plus de méthodes douces.']
    ]
  },
  {
    slug: 'pages-et-rayons', format: 'atom', title: 'Pages & Rayons', description: 'La vie des librairies indépendantes.', folder: 'Livres', author: 'Pages & Rayons',
    items: [
      [5, 'Prix des libraires de l’Ouest : la sélection', 'Huit titres, dont « Ce que savent les mouettes » de Karim Belhadj.'],
      [45, 'Livres d’occasion : faut-il s’y mettre ?', 'Trois librairies racontent leur rayon de seconde main.'],
      [92, 'Le polar tient le haut de l’affiche', 'Un livre vendu sur cinq ce trimestre.'],
      [140, 'Rencontres : comment remplir quarante chaises', 'Sept conseils de libraires qui refusent du monde.'],
      [196, 'Sylvaine Tréguer : « J’écris au rythme des marées »', 'Entretien avec l’autrice de « Petite grammaire des marées ».'],
      [250, 'Chèques-lire : nouvelles règles au 1er janvier', 'Ce qui change pour les encaissements.'],
      [306, 'Albums jeunesse : dix pépites pour l’hiver', 'Dont « Bonne nuit, petit chalutier ».'],
      [355, 'Frais de port : où en est la loi', 'Le point sur les envois de livres.'],
      [410, 'Librairie et café : le mariage de raison', 'Marges, horaires, assurances : ce qu’il faut savoir avant de se lancer.'],
      [470, 'Clubs de lecture : ils débordent', 'Listes d’attente dans une librairie sur trois.'],
      [530, 'Stages : accueillir un étudiant en librairie', 'Conventions, missions, durée : notre fiche.'],
      [590, 'Retour sur la rentrée littéraire', '459 romans, et vous ?'],
      [655, 'La bande dessinée documentaire cartonne', 'Cinq albums à avoir en rayon.']
    ]
  },
  {
    slug: 'agenda-nantais', format: 'rss', title: 'L’Agenda nantais', description: 'Concerts, lectures, marchés, ateliers.', folder: 'Presse locale', author: 'Agenda',
    items: [
      [-72, 'Samedi : fanfare sur les quais', 'Départ à 15 h, rue de la Hache.'],
      [-20, 'Jeudi : Sylvaine Tréguer aux Amarres', 'Rencontre et lecture à 19 h, entrée libre.'],
      [10, 'Dimanche : bourse aux plantes', 'Troc de boutures et de graines, place Viarme.'],
      [50, 'Dégustation de cafés samedi', 'Trois méthodes, douze places, c’est gratuit.'],
      [98, 'Concert à la chapelle', 'Quatuor et lectures, prix libre.'],
      [150, 'Club de lecture ouvert à tous', 'Chaque jeudi à 18 h 30, quai de la Fosse.'],
      [210, 'Karim Belhadj rencontre ses lecteurs', 'Soirée animée par la médiathèque.'],
      [268, 'Marché des créateurs', 'Quarante stands, dont quatre céramistes.'],
      [330, 'Scène ouverte de poésie', 'Trois minutes, un micro.'],
      [395, 'Atelier latte art', 'Huit participants, inscription au comptoir.'],
      [455, 'Nuit des bibliothèques', 'Contes sous la couette jusqu’à 23 h.'],
      [515, 'Margot Delaunay en dédicace', '« La Route des estuaires », à 19 h.'],
      [575, 'Heure du conte', 'Mercredi 16 h, dès 4 ans.'],
      [650, 'Vide-greniers du quartier', 'Cent exposants, café au stand des parents.']
    ]
  },
  {
    slug: 'brulerie-du-bac', format: 'rss', title: 'Brûlerie du Bac : le carnet', description: 'Les nouvelles de la Brûlerie du Bac, torréfacteur rive gauche depuis 1998.', folder: 'Concurrence', author: 'Brûlerie du Bac',
    items: [
      [-14, 'Deux paquets achetés, le troisième à moitié prix', 'Jusqu’à dimanche, sur toute la gamme.'],
      [28, 'Notre café du mois : Pérou, 7,90 €', 'Rond, chocolaté, facile à vivre.'],
      [82, 'Abonnement : votre café tous les quinze jours', 'Livré à vélo dans toute la ville, sans engagement.'],
      [145, 'Nous recrutons une ou un torréfacteur', 'Temps plein, formation assurée.'],
      [215, 'Une courroie d’avance', 'Entre confrères, on s’aide : bon courage à nos voisins du quai.'],
      [280, 'Atelier extraction : nouvelles dates', 'Trois samedis, 30 € par personne.'],
      [350, 'Pourquoi nous torréfions dix-huit minutes', 'Le goût du temps long.'],
      [420, 'Carte de fidélité : dix tasses, la onzième offerte', 'Disponible au comptoir.'],
      [500, 'Terrasse couverte et chauffée', 'Trente places de plus pour l’hiver.'],
      [585, 'Notre mélange d’automne', 'Noix, caramel, pointe de cannelle.'],
      [670, 'Nous serons au salon de Lyon', 'Passez nous voir, allée C.']
    ]
  }
]
