import type { Catalogue } from '../catalogue.ts'
import type { accounts as english } from '../en/accounts.ts'

export const accounts: Catalogue<typeof english> = {
  title: 'Comptes',
  connect: 'Connecter un compte',
  emptyTitle: 'Aucun compte connecté pour l’instant',
  emptyText: 'Connectez les comptes sur lesquels vous parlez au nom de {{client}}. Ils n’appartiennent qu’à ce client.',
  column: { account: 'Compte', state: 'Connexion', access: 'Accès', checked: 'Dernière vérification', actions: 'Actions' },
  state: { connected: 'Connecté', needs_login: 'À reconnecter', secret_missing: 'Sa clé manque dans le trousseau' },
  unservedTitle: 'Cette version de Vigie ne sait pas servir ces comptes',
  unservedText: 'Une autre version les a connectés. Rien n’est envoyé ni lu pour eux ; tout le reste fonctionne. Mettez Vigie à jour pour vous en servir.',
  accessForever: 'Sans date de fin',
  accessEnds_one: 'Prend fin dans {{count}} jour',
  accessEnds_other: 'Prend fin dans {{count}} jours',
  accessEnded: 'Terminé',
  neverChecked: 'Pas encore',
  check: 'Vérifier maintenant',
  checked: '{{handle}} répond',
  reconnect: 'Reconnecter',
  remove: 'Retirer',
  removeTitle: 'Retirer {{handle}} ?',
  removeText: 'Sa clé est supprimée du trousseau. Ce qui attend d’y être publié est annulé ; ce qui a été publié et ses conversations restent ici comme historique.',
  removeConfirm: 'Retirer le compte',
  removed: '{{handle}} a été retiré, et sa clé avec lui',
  connected: '{{handle}} est connecté',
  actionsFor: 'Actions pour {{handle}}',
  noKeychainTitle: 'Pas de trousseau sur cet ordinateur',
  noKeychainText: {
    linux: 'Vigie garde les clés dans le trousseau du système et nulle part ailleurs. Installez-en un et déverrouillez-le (GNOME Keyring, KWallet), puis réessayez. Le réseau d’entraînement s’en passe.',
    darwin: 'Vigie garde les clés dans le trousseau de macOS et nulle part ailleurs. Ouvrez Trousseaux d’accès et déverrouillez le trousseau de session, puis réessayez. Le réseau d’entraînement s’en passe.',
    win32: 'Vigie garde les clés dans le Gestionnaire d’identification de Windows et nulle part ailleurs. Vérifiez que son service fonctionne, puis réessayez. Le réseau d’entraînement s’en passe.'
  },
  checkKeychain: 'Regarder de nouveau',
  dialog: {
    title: 'Connecter un compte à {{client}}',
    reconnectTitle: 'Reconnecter {{handle}}',
    choose: 'Quel réseau ?',
    back: 'Retour',
    cancel: 'Annuler',
    submit: 'Connecter',
    closedTitle: 'Réseaux fermés',
    closed: {
      googleplus: 'a fermé pour le grand public le {{date}} : comptes, pages et publications ont été supprimés.',
      viadeo: 'a été cédé par décision de justice le {{date}} et n’offre plus aucun accès aux logiciels depuis.'
    },
    network: {
      bluesky: 'Par un mot de passe d’application, créé dans les réglages de Bluesky',
      mastodon: 'N’importe quel serveur ; vous vous identifiez dans votre navigateur',
      wordpress: 'Votre propre site, par un mot de passe d’application'
    }
  },
  bluesky: {
    how: 'Dans Bluesky : Paramètres → Confidentialité et sécurité → Mots de passe d’application → Ajouter. Autorisez-y les messages privés si Vigie doit les montrer.',
    open: 'Ouvrir cette page',
    identifier: 'Pseudo ou adresse e-mail',
    identifierPlaceholder: 'lea.bsky.social',
    password: 'Mot de passe d’application',
    passwordHint: 'De la forme xxxx-xxxx-xxxx-xxxx. Pas le mot de passe du compte.',
    server: 'Serveur',
    serverHint: 'À laisser tel quel, sauf si le compte vit sur un autre serveur.'
  },
  mastodon: {
    how: 'Votre navigateur ouvre la page du serveur. Identifiez-vous là-bas et autorisez Vigie ; rien n’est saisi ici.',
    server: 'Serveur',
    serverPlaceholder: 'piaille.fr',
    submit: 'S’identifier dans le navigateur',
    waiting: 'En attente de votre navigateur…',
    waitingText: 'Terminez dans la fenêtre du navigateur qui s’est ouverte. Celle-ci le remarquera d’elle-même.',
    waitingCancel: 'Ne plus attendre'
  },
  wordpress: {
    how: 'Sur votre site : Comptes → Profil → Mots de passe d’application. Nommez-le Vigie, copiez le mot de passe qui apparaît.',
    site: 'Adresse du site',
    sitePlaceholder: 'https://blog.example.org',
    identifier: 'Identifiant',
    password: 'Mot de passe d’application',
    passwordHint: 'Vingt-quatre caractères par groupes de quatre.'
  },
  practice: {
    title: 'Réseau d’entraînement',
    text_one: '{{count}} membre y vit, sur cet ordinateur seulement.',
    text_other: '{{count}} membres y vivent, sur cet ordinateur seulement.',
    addAccount: 'Ajouter un second compte',
    accountAdded: '{{handle}} est prêt : ses publications ont {{count}} caractères au plus',
    pace: 'Leur activité',
    paused: 'En pause',
    calm: 'Calme',
    lively: 'Animée',
    storm: 'Tempête'
  }
}
