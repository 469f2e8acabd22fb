import type { Catalogue } from '../catalogue.ts'
import type { acts as english } from '../en/acts.ts'

export const acts: Catalogue<typeof english> = {
  menu: 'Autres actions sur ce message',
  repost: 'Partager',
  unrepost: 'Retirer le partage',
  delete: 'Supprimer du réseau',
  hide: 'Masquer aux autres',
  unhide: 'Montrer de nouveau aux autres',
  detach: 'Retirer ma publication de cette citation',
  undetach: 'Montrer de nouveau ma publication dans cette citation',
  lock: 'Fermer la discussion aux réponses',
  unlock: 'Rouvrir la discussion aux réponses',
  lock_message: 'Fermer ce message aux réponses',
  unlock_message: 'Rouvrir ce message aux réponses',
  mute: 'Mettre {{author}} en sourdine',
  unmute: 'Ne plus mettre {{author}} en sourdine',
  block: 'Bloquer {{author}}',
  unblock: 'Ne plus bloquer {{author}}',
  ban: 'Bannir {{author}}',
  unban: 'Lever le bannissement de {{author}}',
  silence: 'Empêcher {{author}} d’écrire',
  unsilence: 'Laisser {{author}} écrire de nouveau',
  block_messages: 'Bloquer les messages de {{author}}',
  unblock_messages: 'Recevoir de nouveau les messages de {{author}}',
  mute_mail: 'Empêcher {{author}} d’écrire aux modérateurs',
  unmute_mail: 'Laisser {{author}} écrire de nouveau aux modérateurs',
  silenceFor: { title: 'Pour combien de temps', untilEnded: 'Jusqu’à ce que vous y mettiez fin' },
  report: 'Signaler au réseau',
  reportReason: { title: 'Ce qui ne va pas', spam: 'Indésirable', rude: 'Insulte ou harcèlement', illegal: 'Contraire à la loi', other: 'Autre chose', comment: 'Ce qu’il faut savoir (facultatif)' },
  ask: {
    delete: { title: 'Supprimer ceci sur {{network}} ?', text: 'Cela y disparaît pour tout le monde, avec ses mentions J’aime. On ne peut pas le faire revenir.', confirm: 'Supprimer' },
    block: { title: 'Bloquer {{author}} ?', text: 'Cette personne ne voit plus le compte et ne peut plus lui répondre. Le blocage peut être levé à tout moment, mais un abonnement perdu ne revient pas tout seul.', confirm: 'Bloquer' },
    ban: { title: 'Bannir {{author}} sur {{network}} ?', text: 'Cette personne est exclue de cet endroit pour tout le monde et ne peut plus rien y écrire. Le bannissement peut être levé à tout moment.', endedThere: 'Cette personne est exclue pour tout le monde et ne peut plus rien y écrire. Vigie ne peut pas lever ce bannissement : cela se fait sur {{network}}.', confirm: 'Bannir' },
    ban_from: { title: 'Bannir {{author}} de {{place}} ?', text: 'Cette personne est exclue de {{place}} pour tout le monde et ne peut plus rien y écrire. Le bannissement peut être levé à tout moment.', confirm: 'Bannir' },
    silence: { title: 'Empêcher {{author}} d’écrire sur {{network}} ?', text: 'Cette personne reste et peut lire, mais ne peut plus rien écrire à cet endroit pendant ce temps. Vous pouvez y mettre fin à tout moment.', confirm: 'Empêcher d’écrire' },
    block_messages: { title: 'Bloquer les messages de {{author}} ?', text: 'Cette personne ne peut plus écrire de message privé au compte. Seuls les messages sont bloqués : ce qu’elle voit, et ce qu’elle écrit sous les publications, ne change pas. {{network}} facture {{price}} pour cela, et autant pour y mettre fin, ce qui est possible à tout moment.', confirm: 'Bloquer les messages' },
    mute_mail: { title: 'Empêcher {{author}} d’écrire aux modérateurs ?', text: 'Pendant trois jours, cette personne ne peut rien écrire aux modérateurs de {{place}}, et eux non plus ne peuvent pas lui écrire. {{network}} le lui dit. Ce qu’elle écrit dans la communauté elle-même n’est pas touché. Vous pouvez y mettre fin à tout moment.', confirm: 'Empêcher d’écrire' },
    detach: { title: 'Retirer votre publication de cette citation ?', text: 'Les lecteurs de la citation ne voient plus votre publication ; ce qui en a été dit reste. {{network}} ne laisse personne l’y remettre.', confirm: 'Retirer' },
    report: { title: 'Signaler ceci sur {{network}} ?', text: 'Les personnes qui s’occupent du serveur le lisent et décident. Un signalement parti ne peut pas être rappelé.', confirm: 'Signaler' }
  }
}
