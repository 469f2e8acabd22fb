import type { Catalogue } from '../catalogue.ts'
import type { settings as english } from '../en/settings.ts'

export const settings: Catalogue<typeof english> = {
  title: 'Réglages',
  client: {
    title: 'Ce client',
    text: 'Ce qui n’appartient qu’à {{client}}.',
    late: 'Une publication en retard',
    lateHint: 'Après une veille ou un long moment hors ligne. Au-delà, Vigie vous demande au lieu de publier.',
    lateUpTo: 'Part d’elle-même jusqu’à {{time}} de retard',
    lateNever: 'Demander dès une minute de retard',
    save: 'Enregistrer',
    saved: 'Enregistré',
    removeTitle: 'Retirer ce client',
    removeText: 'Ses clés sont supprimées du trousseau et son dossier passe dans {{bin}}, où il reste jusqu’à ce que vous l’effaciez. Vigie n’a aucun moyen de l’en faire revenir. Rien de ce qui a été publié n’est supprimé sur les réseaux.',
    remove: 'Retirer {{client}}…',
    removeAsk: 'Retirer {{client}} de Vigie ?',
    removeConfirm: 'Retirer le client',
    onTheWay: 'En route en ce moment',
    left_one: 'Une publication ou réponse est partie pendant votre lecture.',
    left_other: '{{count}} publications ou réponses sont parties pendant votre lecture.',
    leaving_one: 'Une publication ou réponse part dans {{seconds}} s, sauf si vous la reprenez ou retirez le client avant.',
    leaving_other: '{{count}} publications ou réponses vont partir, la première dans {{seconds}} s, sauf si vous les reprenez ou retirez le client avant.',
    leavingNow_one: 'Une publication ou réponse va partir, sauf si vous retirez le client avant.',
    leavingNow_other: '{{count}} publications ou réponses vont partir, sauf si vous retirez le client avant.',
    sending_one: 'Une publication ou réponse est en cours d’envoi. Vigie l’attend quelques secondes, puis l’interrompt.',
    sending_other: '{{count}} publications ou réponses sont en cours d’envoi. Vigie les attend quelques secondes, puis les interrompt.',
    inDoubt_one: 'Une publication ou réponse est peut-être parue : personne ne le sait encore, et Vigie ne la cherchera plus.',
    inDoubt_other: '{{count}} publications ou réponses sont peut-être parues : personne ne le sait encore, et Vigie ne les cherchera plus.',
    atNetwork_one: 'Une publication a été confiée à son réseau, pour le {{when}}. Elle est d’abord rappelée.',
    atNetwork_other: '{{count}} publications ont été confiées à leurs réseaux, la première pour le {{when}}. Elles sont d’abord rappelées.',
    planned_one: 'Une publication est programmée. Elle ne partira pas.',
    planned_other: '{{count}} publications sont programmées. Elles ne partiront pas.',
    keptAsk_one: 'Une publication attend encore sur son réseau. Retirer le client quand même ?',
    keptAsk_other: '{{count}} publications attendent encore sur leurs réseaux. Retirer le client quand même ?',
    keptText_one: 'Elle n’a pas pu être rappelée, et son réseau la publiera à son heure. Rien n’est encore retiré ; ce qui a pu être rappelé attend de nouveau ici. Supprimez-la sur les pages du réseau, ou reconnectez le compte et réessayez.',
    keptText_other: 'Elles n’ont pas pu être rappelées, et leurs réseaux les publieront à leur heure. Rien n’est encore retiré ; ce qui a pu être rappelé attend de nouveau ici. Supprimez-les sur les pages des réseaux, ou reconnectez le compte et réessayez.',
    unreadText: 'Ses données ne peuvent pas être lues. Ce qui attend sur un réseau n’est pas rappelé et y sera publié, et ses clés restent peut-être dans le trousseau. Son dossier, s’il est là ou revient, passe dans la corbeille du dossier de données.',
    removedUnread: '{{client}} a été retiré',
    keptConfirm: 'Retirer quand même',
    removed: '{{client}} a été retiré',
    removedWhere: 'Son dossier est dans {{bin}}.'
  },
  studio: {
    title: 'Studio',
    text: 'Pour tous les clients de cet ordinateur.',
    language: 'Langue',
    languageSystem: 'Celle du système',
    theme: 'Apparence',
    themeSystem: 'Comme le système',
    themeLight: 'Claire',
    themeDark: 'Sombre',
    notifications: 'Notifications du bureau',
    notificationsHint: 'Quand une publication est partie, a échoué ou que son heure est passée, et quand des messages arrivent.',
    frenchTyping: 'Typographie française pendant la frappe',
    frenchTypingHint: 'Dans les textes en français : espaces insécables devant les signes doubles, guillemets, apostrophes courbes. Annuler rend ce que vous avez tapé.',
    singleKeys: 'Raccourcis d’une seule touche',
    singleKeysHint: 'E, R, G puis I… Désactivez-les si des touches partent toutes seules, par exemple avec la dictée vocale. Ctrl et ⌘ restent.',
    workOffline: 'Travailler hors ligne',
    workOfflineHint: 'Rien n’est envoyé ni lu tant que c’est activé. Ce qui est dû attend.'
  },
  keychain: {
    title: 'Trousseau',
    text: 'Les clés des comptes sont gardées par le trousseau du système, jamais dans les fichiers de Vigie.',
    ready: 'Utilisé : {{backend}}',
    missing: {
      linux: 'Aucun n’a été trouvé. Installez et déverrouillez GNOME Keyring ou KWallet, puis regardez de nouveau.',
      darwin: 'Le trousseau de macOS ne répond pas. Ouvrez Trousseaux d’accès et déverrouillez le trousseau de session, puis regardez de nouveau.',
      win32: 'Le Gestionnaire d’identification de Windows ne répond pas. Vérifiez que son service fonctionne, puis regardez de nouveau.'
    },
    locked: 'Il est verrouillé. Déverrouillez-le, puis regardez de nouveau.',
    unknown: 'Pas encore regardé',
    check: 'Regarder de nouveau'
  },
  data: {
    title: 'Vos données',
    text: 'Un dossier par client, avec sa base de données, ses images et ses sauvegardes. Rien n’est envoyé ailleurs qu’aux réseaux que vous connectez.',
    folder: 'Dossier',
    backups: 'Sauvegardes',
    backupsText: 'Elles se font toutes seules, toutes les quelques heures où quelque chose a changé : trois du jour, une par jour, dix en tout. Elles sont dans le dossier « backups » de chaque client. Pour les garder ailleurs, copiez le dossier de données entier quand Vigie est fermée ; les clés des comptes restent dans le trousseau.',
    open: 'Ouvrir le dossier'
  },
  about: {
    title: 'À propos', version: 'Vigie {{version}}', runtime: 'Electron {{version}}', notices: 'Licences de ce dont Vigie est faite', show: 'Afficher…',
    noticesText_one: '{{count}} paquet d’autrui, sous sa propre licence. Celles d’Electron et de Chromium se trouvent à côté du programme.', noticesText_other: '{{count}} paquets d’autrui, chacun sous sa propre licence. Celles d’Electron et de Chromium se trouvent à côté du programme.',
    noText: 'Le paquet nomme sa licence ({{licence}}) sans en apporter le texte.'
  }
}
