import type { Phrases } from '../phrase-kind.ts'

/** Mentions away from our posts, private messages, and what comes back to an answer, in French. */
export const frenchTalk: Pick<
  Phrases,
  'mentionPraise' | 'mentionComplaint' | 'mentionQuestion' | 'mentionPress' | 'mentionRival' | 'messageQuestion' | 'messageComplaint' | 'messageOrder' | 'messageBusiness' | 'followUpThanks' | 'followUpAngry' | 'followUpResolved' | 'followUpMore'
> = {
  mentionPraise: [
    'Matinée parfaite chez {shop} : {drink}, {book}, et personne qui parle au téléphone.',
    'Si vous passez par le quai, arrêtez-vous chez {shop}. Vous me remercierez.',
    'Découverte du jour grâce à {shop} : {author}. J’ai tout arrêté pour lire.',
    'Petit bonheur simple : {pastry} chez {shop}.',
    'Mon adresse secrète n’est plus secrète : {shop}. Bon, maintenant gardez-moi une table.',
    'On m’a offert {blend} de {shop}. Le bureau entier sent bon.',
    '{event} hier chez {shop} : quelle belle soirée, quelle belle équipe.',
    'Trois jours que je lis en terrasse chez {shop}. La vie est bien faite.'
  ],
  mentionComplaint: [
    'Passé chez {shop} {day} : trente minutes pour un café. Dommage, j’aimais bien.',
    'Quelqu’un a réussi à joindre {shop} au téléphone cette semaine ?',
    'Commande en attente chez {shop} depuis dix jours. Je commence à m’inquiéter.',
    'Déception chez {shop} ce matin : accueil glacial et café tiède.',
    'Et donc {shop} ferme sans prévenir. J’ai fait quarante minutes de tram.'
  ],
  mentionQuestion: [
    'Quelqu’un sait si {shop} fait encore les ateliers du {day} ?',
    'Est-ce que {shop} accepte les chiens ?',
    'Pour un café calme où travailler {day}, {shop} c’est bien ?',
    'On peut privatiser {shop} pour un anniversaire ?',
    'Ils vendent des grains verts, chez {shop} ?'
  ],
  mentionPress: [
    'Je prépare un article sur les librairies-cafés : {shop}, auriez-vous dix minutes cette semaine ?',
    'Portrait à paraître {day} : {shop}, ou comment on torréfie au milieu des livres.',
    'Question à {shop} : confirmez-vous le projet de deuxième boutique ?',
    'Enquête sur le prix du café à Nantes. {shop} figure parmi les adresses citées, un commentaire ?'
  ],
  mentionRival: [
    'Nous aussi on a de bons livres : les notices de nos machines 😉 Bonne semaine à {shop}.',
    'Café du mois chez nous à 7,90 € les 250 g. À comparer avec {shop}.',
    'Belle idée, {shop}. On l’avait eue en 2015, mais belle idée.',
    'On se retrouve au concours de torréfaction, {shop} ?'
  ],
  messageQuestion: [
    'Bonjour, est-il possible de réserver une table pour six {day} à {hour} ?',
    'Bonjour, je crois avoir oublié une écharpe verte chez vous {day}. L’auriez-vous trouvée ?',
    'Bonsoir, proposez-vous des ateliers pour une équipe de douze personnes ?',
    'Bonjour, je cherche {book} pour un anniversaire demain. L’avez-vous en rayon ?',
    'Bonjour, est-ce que {pastry} convient à une personne intolérante au lactose ?',
    'Bonjour, acceptez-vous les dons de livres ? J’ai trois cartons de romans en bon état.',
    'Bonjour, peut-on venir avec une poussette {day} matin ?',
    'Bonsoir, faites-vous des abonnements café ? Un paquet par mois par exemple.',
    'Bonjour, je voudrais offrir un atelier, comment cela se passe-t-il ?',
    'Bonjour, ma fille cherche un stage de troisième en février. Prenez-vous des stagiaires ?'
  ],
  messageComplaint: [
    'Bonjour, ma carte a été débitée deux fois {day} pour {drink}. Pouvez-vous vérifier ?',
    'Bonjour, le paquet reçu ce matin n’est pas celui que j’avais commandé.',
    'Je préfère vous le dire ici : la remarque faite à mon fils {day} était déplacée.',
    'Bonjour, toujours sans nouvelles de ma commande passée il y a deux semaines.',
    'Bonjour, j’ai eu une réaction après {pastry}. Pouvez-vous me donner la liste des ingrédients ?',
    'Votre carte cadeau a été refusée chez vous-mêmes. Que fait-on ?'
  ],
  messageOrder: [
    'Bonjour, pourriez-vous me mettre de côté deux paquets de {blend} ? Je passe {day}.',
    'Bonjour, je voudrais commander {book}, en deux exemplaires si possible.',
    'Bonjour, un kilo de {blend} moulu pour filtre, c’est possible pour {day} ?',
    'Bonsoir, je prends deux places pour {event}, au nom de Hamelin.',
    'Bonjour, dix sachets de {blend} pour un mariage en mai, vous faites ?'
  ],
  messageBusiness: [
    'Bonjour, je suis graphiste et j’adorerais dessiner votre prochaine affiche. À qui envoyer mon dossier ?',
    'Bonjour, notre association cherche un lieu pour une lecture publique. Seriez-vous intéressés ?',
    'Bonjour, je représente une petite maison d’édition. Puis-je passer vous présenter notre catalogue ?',
    'Bonjour, barista depuis quatre ans, je cherche un poste à partir de janvier.',
    'Bonjour, seriez-vous partants pour un échange de visibilité avec notre fleuriste ?',
    'Bonjour, nous organisons un marché de créateurs, il reste un emplacement à côté du vôtre.'
  ],
  followUpThanks: [
    'Merci beaucoup pour la réponse rapide !',
    'Super, merci, je note.',
    'Parfait, à {day} alors !',
    'Merci, c’est très clair.',
    'Vous êtes au top, merci.',
    'Génial, merci pour la précision 😊',
    'Ah, bonne nouvelle. Merci à vous !',
    'Merci d’avoir pris le temps de répondre.',
    'C’est gentil, bonne journée à toute l’équipe.',
    'Impeccable. Je passe dans la semaine.'
  ],
  followUpAngry: [
    'Donc en gros, débrouillez-vous. Merci bien.',
    'Ce n’est pas une réponse, ça.',
    'Toujours la même phrase toute faite. Je voulais une solution.',
    'Ça ne me convainc pas, on verra bien.',
    'Et le remboursement, on en parle quand ?',
    'Facile à dire après coup.',
    'Pardon, mais ça ne règle rien.'
  ],
  followUpResolved: [
    'Merci d’avoir réagi, c’est réglé pour moi.',
    'C’est arrangé, merci. J’ai parlé un peu vite, je retire.',
    'Bien reçu, merci pour le geste. Sans rancune !',
    'D’accord, j’apprécie la réponse. Je repasserai.',
    'Merci, je ne m’attendais pas à autant d’attention.',
    'Vous voyez, quand on répond, tout va mieux. Merci.',
    'Problème résolu, je le dis aussi publiquement. Bravo.'
  ],
  followUpMore: [
    'Merci ! Et est-ce valable aussi {day} ?',
    'D’accord. Et pour deux personnes, même chose ?',
    'Merci. Faut-il réserver, du coup ?',
    'Ah très bien. Et vous avez {drink} aussi ?',
    'Noté ! Dernière question : vous prenez la carte ?',
    'Merci, et pour {book}, vous savez quand il arrive ?'
  ]
}
