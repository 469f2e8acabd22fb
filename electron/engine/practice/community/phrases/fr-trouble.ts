import type { Phrases } from '../phrase-kind.ts'

/** Under a post, in French, cross or worse. */
export const frenchTrouble: Pick<Phrases, 'complaintService' | 'complaintProduct' | 'complaintPrice' | 'insult' | 'moderate' | 'spam' | 'crisis' | 'impatience'> = {
  complaintService: [
    'Vingt-cinq minutes d’attente pour {drink}, ça commence à faire long.',
    'Passé {day} à {hour} : fermé, alors que vos horaires disent le contraire. Un mot sur la porte aurait suffi.',
    'Personne pour nous accueillir pendant dix minutes. On est repartis.',
    'J’ai appelé trois fois pour réserver, ça sonne dans le vide.',
    'Ma commande de livres devait arriver lundi. Toujours rien, et pas une nouvelle.',
    'Table réservée, table donnée à d’autres. Quelle déception.',
    'Le serveur était franchement désagréable {day} matin.',
    'Impossible de payer par carte, et c’est indiqué nulle part.',
    'On nous a fait comprendre qu’il fallait libérer la table. C’est un café, non ?',
    'Deuxième fois que ma commande est incomplète. Vous vérifiez les sacs ?',
    'Le wifi ne marche plus depuis une semaine. Vous le savez ?',
    'Les toilettes étaient dans un état… pas digne de chez vous.',
    'Inscription à {event} confirmée par message, puis refusée à l’entrée. Explication ?',
    'Trop de bruit {day}, impossible de s’entendre. Vous ne pouvez pas limiter ?'
  ],
  complaintProduct: [
    'Déception avec {blend} : beaucoup plus amer que le dernier paquet.',
    '{pastry} était sec, clairement de la veille.',
    'Café tiède, et ce n’est pas la première fois.',
    'Le livre était abîmé, la couverture pliée. Pour un cadeau, c’est raté.',
    'Le paquet n’était pas fermé, il y avait des grains partout dans mon sac.',
    'Date de torréfaction : il y a sept semaines. C’est ça, le « fraîchement torréfié » ?',
    'Le lait d’avoine avait tourné. J’ai prévenu au comptoir, on m’a répondu « ah bon ».',
    'La mouture n’était pas la bonne, ma machine est bouchée.',
    'Je ne retrouve plus du tout le goût d’avant. Vous avez changé la recette ?',
    'Carte cadeau refusée en caisse. Gênant devant mon invitée.'
  ],
  complaintPrice: [
    'Encore une augmentation… ça devient un luxe, {drink}.',
    'Ce prix-là pour un café, sérieusement ?',
    'Le même livre, le même prix partout, mais le café à côté est deux fois plus cher qu’ailleurs.',
    'C’est bon, mais pour une famille ça fait vite une somme.',
    'Vous justifiez comment le supplément pour le lait végétal ?',
    '{blend} a encore augmenté. Une explication ?',
    'Bientôt il faudra un crédit pour {pastry}.'
  ],
  insult: [
    'Bande de charlots.',
    'Vous êtes vraiment des guignols, c’est pas possible.',
    'Quelle équipe de bras cassés.',
    'Des amateurs prétentieux, voilà ce que vous êtes.',
    'Allez donc apprendre votre métier, bouffons.',
    'Café pour snobs servi par des incapables.',
    'Vous nous prenez pour des pigeons, espèces d’escrocs.',
    'Le community manager ferait mieux d’aller dormir, il est nul.',
    'Réponse d’hypocrite, comme d’habitude.',
    'C’est minable, comme vous.',
    'Tas de clowns.',
    'Toujours aussi ridicules, vous n’avez honte de rien.'
  ],
  moderate: [
    'Avec les gens que vous embauchez, ça ne m’étonne pas. On sait bien d’où ils viennent.',
    'Encore des gens qui ne sont pas d’ici à qui on donne la parole. Que chacun reste chez soi.',
    'Ce genre d’auteur, on n’en veut pas dans le quartier. Vous êtes prévenus.',
    'Je sais à quelle heure la petite serveuse finit. Elle ferait mieux de sourire.',
    'Deux hommes qui lisent un conte aux enfants, et vous trouvez ça normal.',
    'Il paraît que la patronne habite rue des Carmes. Ce serait dommage qu’on vienne lui expliquer.',
    'Pas étonnant, avec une femme à la torréfaction.',
    'Les vieux devraient rester chez eux au lieu d’occuper les tables.'
  ],
  spam: [
    'Gagnez 300 € par jour depuis chez vous, places limitées ! Écrivez-moi vite.',
    'Mugs personnalisés à votre logo, -70 % jusqu’à minuit 👉 https://mugs-promo.invalid',
    'Bonjour, j’ai adoré votre page. Voulez-vous 10 000 abonnés pour 19 € ?',
    'Vérifiez votre compte ou il sera fermé sous 24 h : https://verification-compte.invalid',
    'Rachat de crédit sans justificatif, réponse immédiate.',
    'Qui veut un téléphone gratuit ? Lien dans ma bio.',
    'Voyance sérieuse, première question offerte, résultats garantis.',
    'Machines à café neuves à 49 €, stock en liquidation https://destock-cafe.invalid',
    'Félicitations, vous êtes le gagnant ! Envoyez vos coordonnées pour recevoir le lot.',
    'Perdez 8 kg avec ce café magique, témoignages en bio.'
  ],
  crisis: [
    'C’est vrai ce qu’on lit partout, que vous jetez les invendus le soir ?',
    'Je viens de voir la vidéo. Vous comptez vous expliquer ?',
    'Depuis ce matin on ne parle que de ça. Votre silence est gênant.',
    'Je boycotte tant qu’il n’y a pas d’excuses.',
    'Relayez, les gens doivent savoir comment ça se passe là-bas.',
    'Vous supprimez des commentaires, maintenant ?',
    'Un de vos anciens salariés raconte une tout autre histoire.',
    'On attend une réponse claire. Pas un communiqué, une réponse.',
    'Je venais depuis l’ouverture. C’est terminé.',
    'La presse est prévenue, bon courage.'
  ],
  impatience: [
    'Toujours pas de réponse ? C’est un peu léger.',
    'J’ai posé une question, je crois.',
    'Allô ? Il y a quelqu’un ?',
    'Vous répondez aux autres mais pas à moi, c’est noté.',
    'Bon, visiblement les clients ne vous intéressent pas.',
    'Deux fois que j’écris. Je vais finir par aller ailleurs.',
    'Petit rappel de mon message, merci d’avance.',
    'Sans nouvelles de vous, je laisse un avis en ligne.'
  ]
}
