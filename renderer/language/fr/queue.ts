import type { Catalogue } from '../catalogue.ts'
import type { queue as english } from '../en/queue.ts'

export const queue: Catalogue<typeof english> = {
  title: 'Boîte d’envoi',
  open: 'En cours',
  finished: 'Terminé',
  view: 'Vue',
  section: { asks: 'À décider', to_go_out: 'À envoyer', at_network: 'Chez le réseau' },
  parts: 'Parties du fil',
  emptyOpenTitle: 'Rien à envoyer',
  emptyOpenText: 'Les publications programmées et les réponses restent ici jusqu’à ce que leur réseau les confirme.',
  emptyDoneTitle: 'Rien n’est encore parti',
  emptyDoneText: 'Chaque publication, réponse et mention j’aime reste inscrite ici avec ce qu’elle est devenue.',
  list: 'Boîte d’envoi de {{client}}',
  kind: { publish_post: 'Publication', reply: 'Réponse', like: 'J’aime', unlike: 'J’aime retiré', repost: 'Partage', unrepost: 'Partage retiré', delete: 'Suppression', hide: 'Masquage', unhide: 'Réaffichage', mute: 'Mise en sourdine', unmute: 'Fin de la sourdine', block: 'Blocage', unblock: 'Fin du blocage', report: 'Signalement' },
  due: 'Départ : {{when}}',
  nextAttempt: 'Prochain essai : {{when}}',
  doneAt: 'Terminée : {{when}}',
  openPost: 'Ouvrir la publication',
  openConversation: 'Ouvrir la conversation',
  chooseTitle: 'Choisissez une ligne pour lire son histoire',
  storyTitle: 'Ce qui s’est passé',
  step: {
    hand_over: 'Remise au réseau',
    find_there: 'Recherche parmi ce qui y attend et ce qui y est publié',
    read_there: 'Vérification sur le réseau',
    move_there: 'Nouvelle heure demandée au réseau',
    take_back: 'Rappel depuis le réseau'
  },
  askedTime: 'pour {{when}}',
  outcome: {
    running: 'en cours',
    published: 'confirmé',
    pending: 'encore en cours',
    not_found: 'elle n’y est pas',
    failed: 'refusé',
    offline: 'pas de connexion, rien n’est parti',
    unknown: 'pas de réponse claire',
    interrupted: 'coupé en plein milieu',
    waits_there: 'elle y attend',
    gone_there: 'elle n’y est pas'
  },
  isBack: 'elle n’y est plus',
  waitsFor: 'elle y attend, pour {{when}}',
  sameAnswer_one: 'Même réponse {{count}} fois depuis {{when}}',
  sameAnswer_other: 'Même réponse {{count}} fois depuis {{when}}',
  decide: {
    publish_now: 'Publier maintenant',
    try_again: 'Réessayer',
    look_again: 'Regarder de nouveau',
    it_is_there: 'Elle y est',
    send_again: 'Elle n’y est pas : envoyer',
    drop: 'Abandonner',
    move: 'Donner une autre heure'
  },
  dropTitle: 'Abandonner pour de bon ?',
  dropText: 'Elle ne sera pas envoyée. Le texte reste dans la publication.',
  sendAgainTitle: 'Vous avez regardé, et elle n’y est pas ?',
  sendAgainText: 'Vigie n’a pas pu trancher. Si elle était arrivée malgré tout, elle serait maintenant publiée deux fois.',
  decided: 'C’est noté'
}
