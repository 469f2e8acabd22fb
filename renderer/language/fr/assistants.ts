import type { Catalogue } from '../catalogue.ts'
import type { assistants as english } from '../en/assistants.ts'
import { googleBusinessAssistant } from './google-business-assistant.ts'
import { youtubeAssistant } from './youtube-assistant.ts'

export const assistants: Catalogue<typeof english> = {
  youtube: youtubeAssistant,
  googleBusiness: googleBusinessAssistant,
  version: {
    endsTitle: '{{network}} arrête le {{date}} la version qu’utilise Vigie',
    endedTitle: 'Depuis le {{date}}, {{network}} ne garantit plus la version qu’utilise Vigie',
    text: 'Version {{name}} : ensuite, {{network}} peut refuser ce que Vigie envoie. Mettez Vigie à jour d’ici là ; rien n’est à reconnecter.'
  },
  linkedin: {
    why: 'LinkedIn laisse un logiciel publier pour un membre à travers une application. Créez la vôtre : dix minutes suffisent, sans examen. Elle peut publier et supprimer, mais ne lit rien : les commentaires se lisent sur LinkedIn, et c’est là que vous y répondez.',
    stepApp: 'Sur les pages de LinkedIn pour développeurs, créez une application. Elle doit nommer une page : prenez celle de votre entreprise, ou créez-en une.',
    stepProducts: 'Sous « Products », ajoutez « Share on LinkedIn » et « Sign In with LinkedIn using OpenID Connect ».',
    stepAddresses: 'Sous « Auth », saisissez ces trois adresses de redirection, exactement comme elles sont écrites ici :',
    stepCopy: 'Copiez de la même page le Client ID et le Primary Client Secret dans les champs ci-dessous.',
    login: 'Votre navigateur ouvre la page de LinkedIn. Vérifiez qui y est connecté, puis autorisez votre application. LinkedIn le redemande tous les soixante jours ; Vigie prévient deux semaines avant.'
  },
  linkedinPage: {
    why: 'LinkedIn ne laisse un logiciel parler pour une page qu’à travers une application qu’il a approuvée pour la Community Management API. Il demande une entreprise déclarée et examine l’application ; sans cela, publiez à la main.',
    stepApp: 'Sur les pages de LinkedIn pour développeurs, créez une application pour cela seul : LinkedIn n’accorde ce produit à aucune application qui en a un autre.',
    stepProduct: 'Sous « Products », demandez « Community Management API », et attendez la réponse de LinkedIn.',
    stepAddresses: 'Sous « Auth », saisissez ces trois adresses de redirection, exactement comme elles sont écrites ici :',
    stepCopy: 'Copiez de la même page le Client ID et le Primary Client Secret dans les champs ci-dessous.',
    stepRole: 'Qui connecte la page doit en être super administrateur ou administrateur de contenu.',
    login: 'Votre navigateur ouvre la page de LinkedIn. Connectez-vous comme la personne qui gère la page et acceptez tout ce qui est demandé. LinkedIn le redemande tous les soixante jours ; Vigie prévient deux semaines avant.',
    choose: 'Cette connexion ouvre plusieurs pages. Laquelle est celle de ce client ? Les autres se connectent de la même façon.'
  },
  reddit: {
    why: 'Reddit ne laisse entrer les logiciels que par une application qu’il a approuvée, et en refuse beaucoup. Si la vôtre l’est, Vigie publie, lit réponses, mentions et messages, et y répond. Sinon, publiez à la main.',
    stepApproval: 'Demandez à Reddit l’accès à son interface (« Responsible Builder Policy ») et attendez la réponse.',
    stepApp: 'Sur la page de Reddit pour les applications, créez-en une du genre « installed app » (sans secret) ou « web app ».',
    stepAddress: 'Comme « redirect uri », saisissez cette adresse, exactement comme elle est écrite ici :',
    stepCopy: 'Copiez l’identifiant sous le nom de l’application dans le champ ci-dessous ; une « web app » a aussi un secret.',
    login: 'Votre navigateur ouvre la page de Reddit. Vérifiez qui y est connecté, puis autorisez votre application. Vous choisissez ensuite le profil ou la communauté. Respectez les règles de chacune : beaucoup ne veulent pas de publicité.',
    choose: 'Où vont les publications de ce compte ? Les autres communautés se connectent de la même façon, chacune comme un compte.'
  },
  pinterest: {
    why: 'Pinterest laisse un logiciel publier à travers une application. Créez la vôtre ; elle commence par un accès d’essai (« Trial »), dont personne d’autre ne voit les épingles. Les commentaires et les messages ne sont pas donnés aux logiciels : vous y répondez sur Pinterest même.',
    stepApp: 'Avec un compte professionnel, sur les pages de Pinterest pour développeurs : My apps → Connect app. Il faut l’adresse d’une politique de confidentialité.',
    stepTrial: 'Attendez la réponse pour « Trial access » : un jour en général.',
    stepAddresses: 'Dans l’application, saisissez ces trois liens de redirection, exactement comme ils sont écrits ici :',
    stepCopy: 'Copiez l’App id et l’App secret key dans les champs ci-dessous.',
    stepStandard: 'Avant la première épingle publique, demandez « Standard access » (Pinterest veut voir un petit film de l’application à l’œuvre). D’ici là, Pinterest ne montre vos épingles qu’à vous, ou les refuse.',
    appId: 'App id',
    appSecret: 'App secret key',
    login: 'Votre navigateur ouvre la page de Pinterest. Vérifiez quel compte y est connecté, puis autorisez votre application. Vous choisissez ensuite le tableau.',
    choose: 'Dans quel tableau vont les épingles de ce compte ? Les autres tableaux se connectent de la même façon, chacun comme un compte.'
  },
  dailymotion: {
    why: 'Dailymotion laisse un logiciel publier sur une chaîne par une clé propre à celle-ci. Elle permet de mettre en ligne et de supprimer des vidéos ; les vues ne sont comptées que dans les rapports payants de Dailymotion, et il n’y a pas de commentaires.',
    stepKey: 'Comme propriétaire ou administrateur de la chaîne, dans Dailymotion Studio : Organisation → Clés API → Créer une clé API, puis « Clé API privée ».',
    stepRights: 'Choisissez la chaîne et activez les autorisations de lire le compte, et de lire et gérer les vidéos.',
    stepCopy: 'Copiez la clé et son secret dans les champs ci-dessous : Dailymotion ne montre le secret qu’une fois.',
    open: 'Ouvrir Dailymotion Studio',
    channel: 'Chaîne',
    channelHint: 'Son adresse ou son nom. Le champ peut rester vide si la clé n’ouvre qu’une seule chaîne.',
    category: 'Catégorie des vidéos',
    categoryHint: 'Dailymotion n’en prend aucune sans. Pour une autre catégorie, connectez la chaîne une seconde fois.',
    kids: 'Les vidéos de ce compte sont-elles faites pour les enfants ?',
    kidsHint: 'La loi de plusieurs pays le demande : répondez « pour les enfants » si elles s’adressent à des moins de seize ans.',
    kidsNo: 'Pas pour les enfants',
    kidsYes: 'Pour les enfants',
    key: 'Clé API',
    secret: 'Secret de la clé',
    secretHint: 'Les deux restent dans le trousseau. Retirer le compte laisse la clé valable : supprimez-la dans Dailymotion Studio.',
    categories: {
      animals: 'Animaux', auto: 'Auto-moto', creation: 'Art', fun: 'Humour et divertissement', lifestyle: 'Vie pratique', music: 'Musique', news: 'Actualités', people: 'Amis et famille', school: 'Éducation', sport: 'Sport',
      tech: 'Technologie', travel: 'Voyages', tv: 'Télévision', videogames: 'Jeux vidéo'
    }
  },
  tiktok: {
    why: 'TikTok laisse un logiciel remettre des vidéos et des images à travers une application. Créez la vôtre. À l’heure dite, Vigie envoie une publication en brouillon : l’appli de TikTok l’annonce, vous vérifiez le texte et publiez. Ou bien elle publie directement, si l’application en a le droit et que vous choisissez, pour chaque publication, qui peut la voir. Les commentaires et les messages ne sont pas donnés aux logiciels.',
    stepApp: 'Sur les pages de TikTok pour développeurs : Manage apps → Connect an app. Comme plateforme, choisissez « Desktop ».',
    stepProducts: 'Ajoutez les produits « Login Kit » et « Content Posting API » ; n’y activez « Direct Post » que si Vigie doit publier directement.',
    stepAddresses: 'Sous « Login Kit », pour « Desktop », saisissez ces trois adresses de redirection, exactement comme elles sont écrites ici :',
    stepScopes: 'Sous « Scopes », ajoutez ces quatre-là ; la cinquième, video.publish, seulement si Vigie doit publier directement :',
    stepCopy: 'Copiez la Client key et le Client secret dans les champs ci-dessous.',
    stepReview: 'Soumettez l’application à l’examen : il prend quelques jours. D’ici là, créez une « Sandbox » de l’application, ajoutez-y le compte TikTok comme utilisateur cible, et prenez la clé et le secret de la sandbox. Ce qui part directement par une application sans l’audit de TikTok, d’un compte privé, n’est vu que du compte lui-même.',
    stepPictures: 'Pour publier des images : sous « URL properties », vérifiez le domaine du lieu public pour les images de ce client (Réglages). TikTok ne les prend nulle part ailleurs. Pour des vidéos seules, passez cette étape.',
    appKey: 'Client key',
    appSecret: 'Client secret',
    login: 'Votre navigateur ouvre la page de TikTok. Vérifiez quel compte y est connecté, et acceptez tout ce qui est demandé. TikTok permet de renouveler cet accès pendant quelques mois ; Vigie prévient avant la fin.'
  }
}
