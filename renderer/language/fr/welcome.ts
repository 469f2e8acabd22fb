import type { Catalogue } from '../catalogue.ts'
import type { welcome as english } from '../en/welcome.ts'

export const welcome: Catalogue<typeof english> = {
  title: 'Bienvenue à bord',
  back: 'Revenir à {{client}}',
  lead: 'Écrivez, programmez, publiez, répondez et veillez pour tous vos clients dans une seule fenêtre, avec ou sans réseau.',
  promise: {
    local: 'Tout reste sur cet ordinateur',
    once: 'Une publication part une fois, jamais deux',
    walls: 'Un client n’en croise jamais un autre'
  },
  connectTitle: 'Connecter un compte',
  connectText: 'Bluesky, Mastodon, WordPress, une page Facebook, Instagram, Threads, LinkedIn, Pinterest, Reddit, YouTube, une fiche d’établissement Google, Dailymotion, TikTok, X, Discourse, Telegram ou Discord ; Snapchat et les autres à la main, tout étant préparé. Vous nommez d’abord le client ; ses comptes n’appartiennent ensuite qu’à lui.',
  connectAction: 'Commencer par un client',
  practiceTitle: 'Essayer le réseau d’entraînement',
  practiceText: 'Une petite ville de membres vit sur cet ordinateur : ils répondent, remercient, se plaignent, font du spam. Un mois de publications et de conversations est prêt. Sans aucun compte.',
  practiceAction: 'Commencer à s’entraîner',
  practiceBusy: 'La ville s’éveille…',
  practiceInstead: 'Juste pour essayer ? Un client d’entraînement arrive avec ses comptes, un mois de publications et des gens qui répondent.',
  practiceMake: 'Créer un client d’entraînement',
  clientTitle: 'Un nouveau client',
  clientText: 'Un client, un espace de travail : ses comptes, ses publications, ses images, sa couleur.',
  name: 'Nom du client',
  namePlaceholder: 'Par exemple : Boulangerie Martin',
  timeZone: 'Fuseau horaire du client',
  create: 'Créer le client',
  cancel: 'Annuler'
}
