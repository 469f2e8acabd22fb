import type { Catalogue } from '../catalogue.ts'
import type { shell as english } from '../en/shell.ts'

export const shell: Catalogue<typeof english> = {
  appName: 'Vigie',
  skipToContent: 'Aller au contenu',
  screens: {
    calendar: 'Calendrier',
    compose: 'Composer',
    ideas: 'Idées',
    library: 'Médiathèque',
    inbox: 'Boîte de réception',
    watch: 'Veille',
    outbox: 'Boîte d’envoi',
    accounts: 'Comptes',
    settings: 'Réglages',
    welcome: 'Bienvenue',
    showcase: 'Charte graphique'
  },
  navigation: {
    label: 'Écrans',
    unread_one: '{{count}} non lu',
    unread_other: '{{count}} non lus',
    attention_one: '{{count}} envoi à vérifier',
    attention_other: '{{count}} envois à vérifier',
    searchCommands: 'Commandes…'
  },
  workspaces: {
    current: 'Client : {{name}}. Changer de client',
    heading: 'Clients',
    find: 'Trouver un client',
    add: 'Nouveau client',
    practice: 'Réseau d’entraînement',
    practiceHint: 'Rien ne quitte cet ordinateur',
    unavailable: 'Impossible à ouvrir',
    waitingElsewhere_one: '{{count}} message ou alerte chez d’autres clients',
    waitingElsewhere_other: '{{count}} messages ou alertes chez d’autres clients'
  },
  status: {
    label: 'État du studio',
    online: 'En ligne',
    offline: 'Pas de connexion',
    workingOffline: 'Mode hors ligne',
    goOffline: 'Travailler hors ligne',
    goOnline: 'Revenir en ligne',
    offlineHint: 'Ce qui devait partir attend ici, et part au retour du réseau.',
    byChoiceHint: 'Vous avez choisi de travailler hors ligne : rien ne part ni n’arrive. Ce qui devait partir attend ici, et part à votre retour en ligne.',
    waiting_one: '{{count}} à envoyer',
    waiting_other: '{{count}} à envoyer',
    nothingWaiting: 'Rien à envoyer',
    atNetwork_one: '{{count}} chez le réseau',
    atNetwork_other: '{{count}} chez le réseau',
    nextAt: 'prochain : {{when}}',
    onHold: 'rien ne part avant la levée de la suspension',
    keptOffline: 'rien ne part avant votre retour en ligne',
    attention_one: '{{count}} à décider',
    attention_other: '{{count}} à décider',
    saved: 'Enregistré {{when}}',
    zone: 'Fuseau : {{zone}}',
    engineRestarting: 'Redémarrage…',
    notSaved: 'Rien à enregistrer'
  },
  palette: {
    title: 'Palette de commandes',
    placeholder: 'Aller à, changer de client, faire…',
    empty: 'Aucune commande ne correspond.',
    emptyHint: 'Essayez un autre mot.',
    run: 'Lancer',
    move: 'Parcourir',
    close: 'Fermer'
  },
  shortcuts: {
    title: 'Raccourcis clavier',
    text: 'Ils agissent partout où l’on n’est pas en train d’écrire.',
    everywhere: 'Partout'
  },
  commands: {
    groups: { go: 'Aller à', create: 'Créer', clients: 'Clients', view: 'Affichage', studio: 'Studio' },
    goTo: 'Aller à l’écran {{screen}}',
    switchTo: 'Passer à {{name}}',
    newPost: 'Nouvelle publication',
    openPalette: 'Chercher une commande',
    searchPosts: 'Chercher une publication',
    searchPostsWords: 'trouver rechercher brouillons programmées publiées',
    searchPostsFor: 'Chercher « {{text}} » dans les publications',
    showShortcuts: 'Raccourcis clavier',
    workOffline: 'Travailler hors ligne',
    goOnline: 'Revenir en ligne',
    themeLight: 'Thème clair',
    themeDark: 'Thème sombre',
    themeSystem: 'Thème du système',
    speakEnglish: 'Passer en anglais',
    speakFrench: 'Passer en français',
    openDataFolder: 'Ouvrir le dossier des données'
  },
  undo: { command: 'Annuler : {{label}}', nothing: 'Annuler' },
  engine: {
    startingTitle: 'Ouverture du studio…',
    restarting: 'Le moteur redémarre.',
    restartingText: 'Ce qui est enregistré est en sécurité ; quelques secondes suffisent.',
    silent: 'Le moteur ne répond pas.',
    silentText: 'Si cela dure, il redémarre de lui-même dans la minute. Ce qui est enregistré est en sécurité, et ce qui était en route est recherché, jamais envoyé deux fois.',
    failedTitle: 'Le moteur ne démarre pas',
    failedText: 'Vos données sont sur le disque, intactes. Redémarrez le moteur ; s’il échoue encore, copiez le rapport.',
    restart: 'Redémarrer le moteur',
    noBridgeTitle: 'Cette page est ouverte hors de Vigie',
    noBridgeText: 'Ouvrez-la dans la fenêtre de Vigie : elle ne peut joindre le studio que là.'
  },
  banners: {
    noKeychain: 'Aucun trousseau n’a été trouvé.',
    noKeychainText: 'Aucun compte ne peut être connecté ni utilisé tant que le système n’en offre pas.',
    lockedKeychain: 'Le trousseau est verrouillé.',
    lockedKeychainText: 'Déverrouillez-le pour publier et lire les réseaux. Ce qui devait partir attend.',
    checkKeychain: 'Vérifier à nouveau',
    accessEnds: 'L’accès de Vigie à {{handle}} sur {{network}} prend fin dans {{time}}.',
    accessEndsText: 'Renouvelez-le avant et rien ne s’arrête : l’accès actuel reste en place tant que le nouveau n’est pas à l’abri.',
    accessRenew: 'Renouveler…',
    later: 'Plus tard',
    keychainStillMissing: 'Toujours pas de trousseau',
    recovered: 'Les données de {{name}} ont été restaurées depuis une sauvegarde.',
    recoveredUntil: 'Tout y est jusqu’au {{when}} ; les changements suivants sont perdus. Le fichier endommagé est conservé sous le nom {{file}}.',
    recoveredEmpty: 'Il n’y avait pas de sauvegarde : tout repart de zéro. Le fichier endommagé est conservé sous le nom {{file}}.',
    recoveredStudio: 'La liste des clients a été restaurée depuis une sauvegarde.',
    understood: 'Compris',
    openDataFolder: 'Montrer le fichier'
  },
  unfinished: {
    title: 'Vigie s’est arrêtée pendant que vous écriviez.',
    titleFiles: 'Vigie s’est arrêtée pendant l’ajout de fichiers.',
    draft: '« {{what}} » est là, tel que vous l’avez laissé.',
    files_one: '{{files}} n’a pas été ajouté : ajoutez ce fichier de nouveau.',
    files_other: '{{files}} n’ont pas été ajoutés : ajoutez ces fichiers de nouveau.',
    goOn: 'Reprendre l’écriture',
    notNow: 'Pas maintenant'
  },
  unavailable: {
    database_from_the_future: { title: 'Ce client demande une version plus récente de Vigie', text: 'Ses données ont été écrites par une version plus récente. Rien n’a été touché ; mettez Vigie à jour pour les ouvrir.' },
    database_damaged: { title: 'Les données de ce client sont endommagées', text: 'Aucune bonne sauvegarde n’a été trouvée. Le fichier endommagé est conservé dans le dossier des données ; les autres clients continuent de fonctionner.' },
    disk_full: { title: 'Le disque est plein', text: 'Ce client ne peut pas être ouvert tant qu’il manque de la place. Rien n’est perdu.' },
    not_writable: { title: 'Le dossier de ce client refuse l’écriture', text: 'Rien n’est endommagé. Le disque est peut-être en lecture seule, ou le dossier appartient à quelqu’un d’autre. Autorisez l’écriture, puis réessayez ; Vigie réessaie aussi d’elle-même chaque minute. D’ici là, rien ne part pour ce client.' },
    file_locked: { title: 'Un autre programme retient le fichier de ce client', text: 'Rien n’est endommagé. Une sauvegarde, un antivirus ou un logiciel de base de données l’utilise peut-être. Fermez-le ou attendez, puis réessayez ; Vigie réessaie aussi d’elle-même chaque minute. D’ici là, rien ne part pour ce client.' },
    disk_gone: { title: 'Le disque qui contient ce client ne répond pas', text: 'Il a pu être débranché, ou il est défaillant. Ce qui était enregistré s’y trouve. Rebranchez-le, puis réessayez ; Vigie réessaie aussi d’elle-même chaque minute. D’ici là, rien ne part pour ce client.' },
    folder_missing: { title: 'Le dossier de ce client a disparu', text: 'Il a pu être déplacé ou supprimé hors de Vigie, ou son disque n’est pas branché. Remettez-le en place, puis réessayez, ou retirez le client dans les réglages.' }
  },
  screenFailed: {
    title: 'Cet écran s’est arrêté',
    text: 'Le reste de Vigie continue, et tout ce qui est enregistré est en sécurité. Rouvrez l’écran ; s’il s’arrête encore, copiez le rapport.',
    again: 'Le rouvrir'
  },
  comingTitle: 'Rien à voir ici pour l’instant'
}
