import type { Catalogue } from '../catalogue.ts'
import type { terms as english } from '../en/terms.ts'

export const terms: Catalogue<typeof english> = {
  title: 'Brouillon ou publication directe, et qui peut la voir',
  way: 'Comment la publication part sur {{handle}}',
  draft: 'En brouillon',
  direct: 'Directement',
  asking: 'Question posée à {{network}} : ce que ce compte peut choisir…',
  asWhom: 'Paraît sur {{network}} sous le nom de {{name}}.',
  longest: 'Vidéos jusqu’à {{length}}.',
  asOf: 'État du {{when}} ; relu au moment de l’envoi.',
  who: 'Qui peut voir cette publication',
  choose: 'Choisir…',
  audience: { everyone: 'Tout le monde', friends: 'Amis (abonnés suivis en retour)', followers: 'Abonnés', only_me: 'Vous seul', unchosen: 'pas encore choisi' },
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
  takesMinutes: 'Après l’envoi, quelques minutes peuvent passer avant que la publication soit traitée et visible sur le profil. Ce qu’envoie une application sans audit, {{network}} ne le montre qu’au compte lui-même.'
}
