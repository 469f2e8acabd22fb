import type { Texts } from './en.ts'

export const fr: Texts = {
  language: 'fr',
  menu: {
    file: 'Fichier',
    newPost: 'Nouvelle publication',
    newClient: 'Nouveau client…',
    settings: 'Réglages…',
    closeWindow: 'Fermer la fenêtre',
    quit: 'Quitter Vigie',
    edit: 'Édition',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    pasteAsText: 'Coller sans mise en forme',
    selectAll: 'Tout sélectionner',
    go: 'Aller',
    palette: 'Aller à ou faire…',
    calendar: 'Calendrier',
    inbox: 'Messagerie',
    watch: 'Veille',
    outbox: 'Boîte d’envoi',
    accounts: 'Comptes',
    view: 'Affichage',
    actualSize: 'Taille réelle',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fullScreen: 'Plein écran',
    reload: 'Recharger la page',
    developerTools: 'Outils de développement',
    window: 'Fenêtre',
    minimise: 'Placer dans la barre des tâches',
    help: 'Aide',
    shortcuts: 'Raccourcis clavier',
    dataFolder: 'Ouvrir le dossier des données',
    about: 'À propos de Vigie',
    services: 'Services',
    hide: 'Masquer Vigie',
    hideOthers: 'Masquer les autres',
    showAll: 'Tout afficher'
  },
  tray: {
    open: 'Ouvrir Vigie',
    newPost: 'Nouvelle publication',
    nothingDue: 'Rien à envoyer',
    nextDue: 'Prochaine publication : {when}',
    workOffline: 'Travailler hors ligne (tout retenir)',
    quit: 'Quitter Vigie',
    staysTitle: 'Vigie continue de travailler',
    staysText:
      'Ce qui est programmé part même fenêtre fermée. Pour arrêter Vigie, passez par son icône dans la barre du système, ou par le menu.'
  },
  quitting: {
    titleSending_one: '{count} publication est en cours d’envoi',
    titleSending_other: '{count} publications sont en cours d’envoi',
    titleLeaving_one: '{count} publication ou réponse part dans un instant',
    titleLeaving_other: '{count} publications ou réponses partent dans un instant',
    titleDue_one: '{count} publication est encore à envoyer aujourd’hui',
    titleDue_other: '{count} publications sont encore à envoyer aujourd’hui',
    next: 'Prochain départ : {when}.',
    consequence:
      'Les publications ne partent que si Vigie est ouvert. Rien n’est perdu : au prochain démarrage, ce qui est en retard part ou vous est soumis, selon les réglages du client.',
    quit: 'Quitter quand même',
    stay: 'Rester ouvert'
  },
  alerts: {
    post_published: 'Publié',
    post_failed: 'Non publié : une décision est à prendre',
    post_missed: 'L’heure est passée : publier maintenant, ou déplacer ?',
    away_out_one: '{count} publication est partie autour de votre retour',
    away_out_other: '{count} publications sont parties autour de votre retour',
    away_asking_one: 'Pendant votre absence : {count} élément attend votre décision',
    away_asking_other: 'Pendant votre absence : {count} éléments attendent votre décision',
    outcome_unknown: 'Peut-être publié : à vérifier',
    new_messages_one: '{count} nouveau message',
    new_messages_other: '{count} nouveaux messages',
    watch_hit_one: '{count} nouvel élément dans la veille',
    watch_hit_other: '{count} nouveaux éléments dans la veille',
    account_needs_login: 'Un compte est à reconnecter'
  },
  failure: {
    title: 'Vigie a rencontré une erreur',
    text: 'Tout ce qui était enregistré est sauf. Vigie va se fermer ; relancez-le. Le journal, dans le dossier des données, dit ce qui s’est passé.'
  }
}
