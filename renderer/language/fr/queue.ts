import type { Catalogue } from '../catalogue.ts'
import type { queue as english } from '../en/queue.ts'

export const queue: Catalogue<typeof english> = {
  title: 'Boîte d’envoi',
  open: 'En attente',
  finished: 'Terminé',
  view: 'Vue',
  emptyOpenTitle: 'Rien n’attend de partir',
  emptyOpenText: 'Les publications programmées et les réponses restent ici jusqu’à ce que leur réseau les confirme.',
  emptyDoneTitle: 'Rien n’est encore parti',
  emptyDoneText: 'Chaque publication, réponse et mention j’aime reste inscrite ici avec ce qu’elle est devenue.',
  list: 'Boîte d’envoi de {{client}}',
  kind: { publish_post: 'Publication', reply: 'Réponse', like: 'J’aime', unlike: 'J’aime retiré', repost: 'Partage', unrepost: 'Partage retiré', delete: 'Suppression', hide: 'Masquage', unhide: 'Réaffichage', mute: 'Mise en sourdine', unmute: 'Fin de la sourdine', block: 'Blocage', unblock: 'Fin du blocage', report: 'Signalement' },
  due: 'Prévue : {{when}}',
  nextAttempt: 'Prochain essai : {{when}}',
  doneAt: 'Terminée : {{when}}',
  openPost: 'Ouvrir la publication',
  openConversation: 'Ouvrir la conversation',
  openOnNetwork: 'Voir sur le réseau',
  chooseTitle: 'Choisissez une ligne pour lire son histoire',
  storyTitle: 'Ce qui s’est passé',
  noAttempt: 'Rien n’a encore été envoyé.',
  state: {
    queued: { what: 'Elle attend son heure.', next: 'Rien à faire. L’ordinateur doit être allumé et Vigie ouvert à ce moment-là.' },
    waiting_for_network: { what: 'Son heure est venue, mais il n’y a pas de connexion.', next: 'Rien à faire : elle part dès le retour du réseau.' },
    working_offline: { what: 'Son heure est venue, et Vigie travaille hors ligne.', next: 'Elle attend que vous mettiez fin au mode hors ligne ; rien ne part avant.' },
    sending: { what: 'Elle est en route.', next: 'Le réseau n’a pas encore répondu.' },
    unknown_outcome: { what: 'Elle a été envoyée, et nul ne sait encore si elle est arrivée.', next: 'Vigie regarde d’abord sur le réseau ; il ne renvoie jamais au hasard. S’il ne peut pas trancher, regardez vous-même et dites ce qu’il en est.' },
    handed_over: { what: 'Elle attend chez son réseau, qui la publiera seul à son heure.', next: 'Rien à faire, et cet ordinateur peut être éteint. Vigie regarde de temps en temps si quelque chose y a été changé.' },
    pending_at_network: { what: 'Le réseau l’a prise et y travaille encore.', next: 'Rien à faire.' },
    published: { what: 'Le réseau l’a confirmée.', next: 'Rien à faire.' },
    failed: { what: 'Le réseau ne l’a pas acceptée.', next: 'Rien n’a été publié. Corrigez ce qu’il indique, puis réessayez.' },
    missed: { what: 'Son heure est passée pendant que l’ordinateur était éteint ou hors ligne.', next: 'Elle n’a pas été publiée. Publiez-la maintenant, donnez-lui une autre heure ou abandonnez-la.' },
    held: { what: 'Elle a été retenue à l’heure prévue.', next: 'Elle n’est pas partie. Publiez-la maintenant, donnez-lui une nouvelle heure, ou abandonnez-la.' },
    cancelled: { what: 'Vous y avez renoncé.', next: 'Elle ne sera plus envoyée d’ici. Le texte reste dans la publication.' },
    taken_back: { what: 'Vous l’avez reprise avant son départ.', next: 'Rien n’en est parti. Si la publication a été programmée de nouveau, elle a sa propre ligne.' }
  },
  ended: {
    taken_back: 'Reprise, rien n’en est parti',
    given_up: 'Abandonnée',
    out: 'Confirmée par le réseau'
  },
  step: { send: 'Envoi', look_up: 'Recherche sur le réseau', resume: 'Question au réseau sur l’avancement' },
  outcome: {
    running: 'en cours',
    published: 'confirmé',
    pending: 'encore en cours',
    not_found: 'elle n’y est pas',
    failed: 'refusé',
    offline: 'pas de connexion, rien n’est parti',
    unknown: 'pas de réponse claire',
    interrupted: 'coupé en plein milieu'
  },
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
