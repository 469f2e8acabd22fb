import type { Catalogue } from '../catalogue.ts'
import type { safety as english } from '../en/safety.ts'

export const safety: Catalogue<typeof english> = {
  leaving: {
    title: 'Sur le départ',
    post_one: 'Publication pour un compte',
    post_other: 'Publication pour {{count}} comptes',
    reply: 'Réponse',
    seconds: 'part dans {{count}} s',
    now: 'part maintenant',
    offline: 'part au retour en ligne',
    takeBack: 'Annuler',
    will: {
      publish_post: 'la publication « {{what}} » ne partira pas',
      reply: 'la réponse « {{what}} » ne partira pas',
      like: 'pas de « j’aime » pour « {{what}} »',
      unlike: 'le « j’aime » pour « {{what}} » restera',
      repost: '« {{what}} » n’est pas repartagé',
      unrepost: 'le repartage de « {{what}} » reste',
      delete: '« {{what}} » n’est pas supprimé',
      hide: '« {{what}} » n’est pas masqué',
      unhide: '« {{what}} » reste masqué',
      mute: 'personne n’est mis en sourdine',
      unmute: 'la mise en sourdine reste',
      block: 'personne n’est bloqué',
      unblock: 'le blocage reste',
      report: 'rien n’est signalé'
    },
    undone: {
      publish_post: 'La publication « {{what}} » ne part pas',
      reply: 'La réponse « {{what}} » ne part pas : elle est revenue dans son champ',
      like: 'Aucun « j’aime » ne part pour « {{what}} »',
      unlike: 'Le « j’aime » pour « {{what}} » reste',
      repost: '« {{what}} » n’est pas repartagé',
      unrepost: 'Le repartage de « {{what}} » reste',
      delete: '« {{what}} » n’est pas supprimé',
      hide: '« {{what}} » n’est pas masqué',
      unhide: '« {{what}} » reste masqué',
      mute: 'Personne n’est mis en sourdine',
      unmute: 'La mise en sourdine reste',
      block: 'Personne n’est bloqué',
      unblock: 'Le blocage reste',
      report: 'Rien n’est signalé'
    }
  },
  hold: {
    command: 'Tout suspendre…',
    keywords: 'stop pause urgence crise arrêter',
    title: 'Tout suspendre ?',
    text: 'À partir de maintenant, rien ne part : ni publication, ni réponse, ni « j’aime ». Ce qui arrive à échéance est gardé, et vous en décidez ensuite.',
    scope: 'Ce qui est suspendu',
    client: '{{client}} seulement',
    all: 'Tous les clients',
    reason: 'Raison',
    reasonHint: 'Affichée partout où quelque chose est retenu. Elle peut rester vide.',
    confirm: 'Tout suspendre',
    began: 'Tout est suspendu',
    calledBack_one: '{{count}} publication est rappelée de son réseau',
    calledBack_other: '{{count}} publications sont rappelées de leur réseau',
    calledBackText: 'Après la suspension, elles partiront de cet ordinateur, allumé et Vigie ouvert. Vous pourrez les confier de nouveau, chacune depuis sa page.',
    nothingLeft: 'Rien n’était en route.',
    onTheWire_one: '{{count}} requête était déjà partie et ne peut être rappelée : voyez la boîte d’envoi.',
    onTheWire_other: '{{count}} requêtes étaient déjà parties et ne peuvent être rappelées : voyez la boîte d’envoi.'
  },
  banner: {
    all: 'Tout est suspendu, chez tous les clients',
    client: 'Envois suspendus pour {{client}}',
    since: 'depuis {{when}}',
    text: 'Rien ne part, et ce qui attendait chez un réseau est rappelé ici ; ce qui arrive à échéance vous attend.',
    lift: 'Lever la suspension…'
  },
  lift: {
    command: 'Lever la suspension…',
    title: 'Lever la suspension ?',
    text: 'Ce qui est programmé pour plus tard repart tout seul. L’heure de ce qui suit est passée : dites ce que chacun devient.',
    nothing: 'Rien n’est arrivé à échéance entre-temps. Ce qui est programmé pour plus tard repart tout seul.',
    forAll: 'Pour tout :',
    fateOf: 'Ce que devient « {{excerpt}} »',
    fate: { publish_now: 'Publier maintenant', move: 'Autre heure', drop: 'Ne pas publier' },
    newTime: 'Nouvelle heure',
    wasDue: 'devait partir {{when}}',
    confirm: 'Lever la suspension',
    done: 'La suspension est levée',
    doneText: 'Ce qui est programmé part de nouveau à son heure. Ce qui a été rappelé d’un réseau attend maintenant cet ordinateur ; confiez-le de nouveau depuis la publication.'
  },
  away: {
    title: 'Cet ordinateur a été absent du {{since}} au {{until}}',
    out_one: '{{count}} publication ou réponse est partie',
    out_other: '{{count}} publications ou réponses sont parties',
    asking_one: '{{count}} attend votre décision',
    asking_other: '{{count}} attendent votre décision',
    line: '{{client}} : {{what}}',
    decide: 'Décider',
    read: 'Compris'
  },
  settings: {
    title: 'Sécurité',
    text: 'Contre les accidents quand vous publiez pour {{client}}. Chaque changement prend effet aussitôt.',
    undo: 'Délai d’annulation',
    undoHint: 'Ce que vous publiez tout de suite, et vos réponses, attendent ce délai et peuvent être repris. Les « j’aime » attendent cinq secondes au plus.',
    undoNone: 'Aucun : tout part aussitôt',
    approval: 'Les publications demandent l’accord du client',
    approvalHint: 'Une publication ne peut être ni programmée ni envoyée avant que vous ayez noté un accord. Toute modification ensuite annule cet accord.',
    clientChange: 'Demander quand le client change',
    clientChangeHint: 'Une fois, avant de publier pour un autre client que la dernière fois.',
    undoSeconds: '{{count}} secondes'
  }
}
