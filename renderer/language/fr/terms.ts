import type { Catalogue } from '../catalogue.ts'
import type { terms as english } from '../en/terms.ts'

export const terms: Catalogue<typeof english> = {
  title: 'Ce que les réseaux demandent pour cette publication',
  way: 'Comment la publication part sur {{handle}}',
  draft: 'En brouillon',
  direct: 'Directement',
  asking: 'Question posée à {{network}} : ce que ce compte peut choisir…',
  asWhom: 'Paraît sur {{network}} sous le nom de {{name}}.',
  longest: 'Vidéos jusqu’à {{length}}.',
  asOf: 'État du {{when}} ; relu au moment de l’envoi.',
  who: 'Qui peut voir cette publication',
  choose: 'Choisir…',
  audience: { everyone: 'Tout le monde', friends: 'Amis (abonnés suivis en retour)', followers: 'Abonnés', only_me: 'Vous seul', with_link: 'Toute personne qui a le lien', unchosen: 'pas encore choisi' },
  seenBy: 'Qui peut la voir : {{who}}',
  allow: 'Autoriser les utilisateurs à',
  allowance: { comments: 'Commenter', duets: 'Faire un duo', stitches: 'Faire un collage' },
  allowed: 'Les utilisateurs peuvent : {{what}}',
  allowsNothing: 'Ni commentaires, ni reprises',
  closedThere: 'Désactivé dans les réglages du compte sur {{network}}',
  disclose: 'Déclarer un contenu commercial',
  discloseHint: 'À activer si la publication fait la promotion de vous-même, d’une marque, d’un produit ou d’un service.',
  forWhom: 'Ce qu’elle promeut',
  disclosure: { own_brand: 'Votre marque', partner: 'Contenu de marque' },
  disclosureHint: { own_brand: 'Vous faites la promotion de vous-même ou de votre entreprise.', partner: 'Vous faites la promotion d’une autre marque ou d’un tiers.' },
  discloseMissing: 'Indiquez si votre contenu fait la promotion de vous-même, d’un tiers, ou des deux.',
  labelled: {
    film: { own: 'Votre vidéo portera la mention « Contenu promotionnel ».', partner: 'Votre vidéo portera la mention « Partenariat rémunéré ».' },
    pictures: { own: 'Votre photo portera la mention « Contenu promotionnel ».', partner: 'Votre photo portera la mention « Partenariat rémunéré ».' }
  },
  labelOwn: 'Mention « Contenu promotionnel »',
  labelPartner: 'Mention « Partenariat rémunéré »',
  partnerNotPrivate: 'La visibilité d’un contenu de marque ne peut pas être privée.',
  agreed: 'En publiant, vous acceptez la Confirmation d’utilisation de la musique de TikTok.',
  agreedPartner: 'En publiant, vous acceptez la Politique en matière de contenu de marque et la Confirmation d’utilisation de la musique de TikTok.',
  musicPage: 'Confirmation d’utilisation de la musique',
  partnerPage: 'Politique en matière de contenu de marque',
  film: {
    kids: 'Cette vidéo est-elle conçue pour les enfants ?',
    madeForKids: { yes: 'Oui, elle est conçue pour les enfants', no: 'Non, elle n’est pas conçue pour les enfants' },
    kidsHint: 'La loi (COPPA et autres) le demande à toute personne qui met une vidéo en ligne, où qu’elle soit ; {{network}} veut une réponse pour chaque vidéo.',
    kidsMeans: 'Sous une vidéo conçue pour les enfants, {{network}} désactive les commentaires, les notifications et les annonces personnalisées.',
    kidsPage: 'Ce que veut dire « conçue pour les enfants »',
    who: 'Qui peut voir cette vidéo',
    category: 'Catégorie',
    categoryOfNetwork: 'Au choix de {{network}}',
    playlist: 'Playlist',
    noPlaylist: 'Aucune',
    asking: 'Lecture des catégories et des playlists sur {{network}}…',
    asOf: 'Catégories et playlists lues le {{when}}.',
    notifies: 'Prévenir les abonnés',
    notifiesNobody: 'Seulement pour les vidéos que tout le monde peut voir',
    agreed: 'En mettant cette vidéo en ligne, vous certifiez qu’elle respecte les conditions d’utilisation de YouTube, y compris son règlement de la communauté, et qu’elle ne porte atteinte ni aux droits d’auteur ni à la vie privée de personne.',
    agreedPage: 'Conditions d’utilisation de YouTube',
    shown: { forKids: 'Conçue pour les enfants', notForKids: 'Pas conçue pour les enfants', unsaid: 'Conçue pour les enfants ou non : pas encore dit', category: 'Catégorie : {{name}}', playlist: 'Ajoutée à la playlist « {{name}} »', quiet: 'Les abonnés ne sont pas prévenus' }
  },
  category: {
    '1': 'Films et animations', '2': 'Auto et véhicules', '10': 'Musique', '15': 'Animaux', '17': 'Sport', '19': 'Voyages et événements', '20': 'Jeux vidéo', '22': 'Personnes et blogs', '23': 'Humour', '24': 'Divertissement',
    '25': 'Actualités et politique', '26': 'Vie pratique et style', '27': 'Éducation', '28': 'Science et technologie', '29': 'Organisations à but non lucratif'
  },
  takesMinutes: 'Après l’envoi, quelques minutes peuvent passer avant que la publication soit traitée et visible sur le profil. Ce qu’envoie une application sans audit, {{network}} ne le montre qu’au compte lui-même.'
}
