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
      wordpress: 'Votre propre site, par un mot de passe d’application',
      x: 'Par une application que vous y créez ; X facture chaque publication',
      discourse: 'Un forum sous Discourse, par une clé d’API',
      telegram: 'Un canal ou un groupe, par un bot à vous',
      discord: 'Un salon, par un webhook ou un bot à vous'
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
    submit: 'S’identifier dans le navigateur'
  },
  wordpress: {
    how: 'Sur votre site : Comptes → Profil → Mots de passe d’application. Nommez-le Vigie, copiez le mot de passe qui apparaît.',
    site: 'Adresse du site',
    sitePlaceholder: 'https://blog.example.org',
    identifier: 'Identifiant',
    password: 'Mot de passe d’application',
    passwordHint: 'Vingt-quatre caractères par groupes de quatre.'
  },
  waiting: {
    title: 'En attente de votre navigateur…',
    text: 'Terminez dans la fenêtre du navigateur qui s’est ouverte. Celle-ci le remarquera d’elle-même.',
    pasteText: 'Terminez dans la fenêtre du navigateur qui s’est ouverte. Copiez ensuite l’adresse qu’il affiche, et collez-la ici.',
    address: 'Adresse où le navigateur s’est arrêté',
    addressHint: 'Seulement si le navigateur dit à la fin qu’il ne peut pas ouvrir la page.',
    wrongAddress: 'Ce n’est pas l’adresse de cette connexion. Copiez toute la ligne de la barre d’adresse du navigateur.',
    finish: 'Utiliser cette adresse',
    cancel: 'Ne plus attendre'
  },
  ownApp: {
    open: 'Ouvrir les pages développeur de {{network}}',
    copy: 'Copier',
    copied: 'Copié',
    copyLabel: 'Copier {{address}}',
    copyFailed: 'Le presse-papiers n’a pas pu être utilisé. Copiez ceci à la main :',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    secretOptional: 'À laisser vide pour une application qui n’en a pas.',
    redirectUri: 'Adresse https de retour de l’application',
    scope: 'L’application sert',
    forClient: 'à {{client}} seulement',
    forAll: 'à tous les clients',
    keychain: 'Les deux vont dans le trousseau de cet ordinateur et nulle part ailleurs. Vigie demande aussitôt s’ils sont justes.',
    submit: 'Vérifier et garder',
    keptForClient: 'L’application de {{client}} est dans le trousseau.',
    keptForAll: 'L’application de tous les clients est dans le trousseau.',
    accepted: '{{network}} la connaît.',
    notTold: '{{network}} ne dit qu’à la connexion si elle est juste.',
    forget: 'En saisir une autre'
  },
  x: {
    why: 'X n’admet de programme que par une application dont quelqu’un répond et qu’il paie. Créez la vôtre : dix minutes suffisent, et personne d’autre ne voit ce qu’elle peut faire.',
    stepConsole: 'Dans la console développeur, créez une application et achetez un peu de crédit : X facture chaque publication au propriétaire de l’application.',
    stepKind: 'Dans ses « User authentication settings », choisissez « Read and write », et « Native App » comme type.',
    stepAddresses: 'Saisissez ces trois adresses de retour (« callback »), exactement comme elles sont écrites ici :',
    stepSite: 'Comme site web, indiquez n’importe quelle page à vous, puis enregistrez.',
    stepCopy: 'Copiez dans le champ ci-dessous le Client ID que X affiche alors ; une « Web App » a aussi un secret.',
    login: 'Votre navigateur ouvre la page de X. Vérifiez quel compte y est connecté, puis autorisez votre application.'
  },
  discourse: {
    step1: 'Dans le forum, en tant qu’administrateur : Administration → Avancé → Clés API → Nouvelle clé API. Nommez-la Vigie.',
    step2: 'Niveau : utilisateur unique, et choisissez celui au nom duquel Vigie parle. Portée : globale.',
    step3: 'Enregistrez et copiez la clé : le forum ne la montre qu’une fois. Pas administrateur ? Demandez-la à l’un d’eux.',
    forum: 'Adresse du forum ou d’une catégorie',
    forumHint: 'Avec l’adresse d’une catégorie, les nouveaux sujets y sont ouverts. Sinon, le forum choisit.',
    forumPlaceholder: 'https://forum.example.org/c/annonces/5',
    identifier: 'Nom d’utilisateur',
    key: 'Clé d’API',
    keyHint: 'Soixante-quatre lettres et chiffres.'
  },
  telegram: {
    step1: 'Dans Telegram, écrivez /newbot à @BotFather et répondez à ses deux questions : le bot est à vous.',
    step2: 'Dans le canal : Administrateurs → Ajouter un administrateur, choisissez le bot et laissez-le publier des messages.',
    step3: 'Pour répondre aux commentaires, nommez-le aussi administrateur du groupe de discussion du canal.',
    step4: 'Copiez le jeton que @BotFather a envoyé. Prenez un bot par canal : Telegram ne remet qu’une fois les messages d’un bot.',
    open: 'Ouvrir @BotFather',
    channel: 'Canal ou groupe',
    channelHint: 'Un canal privé n’a pas de nom : indiquez son numéro, qui commence par -100.',
    channelPlaceholder: '@mon_canal',
    token: 'Jeton du bot',
    tokenHint: 'Des chiffres, deux-points, puis des lettres. Telegram garde les commentaires un jour : ensuite, seuls restent ceux qui ont été lus à temps.'
  },
  discord: {
    way: 'Connecter par',
    webhook: 'Webhook',
    bot: 'Bot',
    webhookWhy: 'Il écrit dans un salon et ne demande aucune application. Il ne peut pas lire les réponses.',
    webhookStep1: 'Dans Discord, dans les paramètres du salon : Intégrations → Webhooks → Nouveau webhook. Il faut le droit de gérer les webhooks.',
    webhookStep2: 'Donnez-lui le nom et l’image que les gens verront.',
    webhookStep3: 'Copiez son adresse. Quiconque l’a peut y écrire : gardez-la comme un mot de passe.',
    webhookUrl: 'Adresse du webhook',
    botWhy: 'Il écrit, lit réponses et mentions, réagit et bannit.',
    botStep1: 'Dans le portail développeur de Discord, créez une application, puis ouvrez « Bot ».',
    botStep2: 'Activez-y « Message Content Intent » : sans cela, les réponses arrivent sans leurs mots.',
    botStep3: 'Sous « OAuth2 », créez une invitation avec le scope « bot » et les droits de voir les salons, d’envoyer des messages, de joindre des fichiers, de lire l’historique et d’ajouter des réactions. Ouvrez-la et choisissez votre serveur.',
    botStep4: 'Sous « Bot », réinitialisez le jeton et copiez-le. Dans Discord, copiez le lien du salon.',
    open: 'Ouvrir le portail développeur',
    channel: 'Lien du salon',
    token: 'Jeton du bot'
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
