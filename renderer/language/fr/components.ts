import type { Catalogue } from '../catalogue.ts'
import type { components as english } from '../en/components.ts'

export const components: Catalogue<typeof english> = {
  cancel: 'Annuler',
  chooseDay: 'Choisir le jour',
  clearSearch: 'Effacer la recherche',
  close: 'Fermer',
  colour: 'Couleur',
  colourHint: 'Elle reste visible sur chaque écran : vous savez toujours au nom de qui vous parlez.',
  clientColours: {
    brick: 'Brique', terracotta: 'Terre cuite', amber: 'Ambre', olive: 'Olive', moss: 'Mousse', pine: 'Pin',
    teal: 'Sarcelle', ocean: 'Océan', indigo: 'Indigo', violet: 'Violet', plum: 'Prune', rose: 'Rose'
  },
  copyFailed: 'Le presse-papiers n’est pas accessible. Copiez ceci à la main :',
  copyReport: 'Copier le rapport',
  datePlaceholder: '28/11/2026',
  dateTimePlaceholder: '28/11/2026 09:30',
  dateTimeUnreadable: 'Écrivez un jour et une heure, par exemple 28/11 9h30 ou demain 9h30',
  dateUnreadable: 'Écrivez un jour, par exemple 28/11 ou demain',
  dismiss: 'Masquer',
  hour: 'Heure',
  loading: 'Chargement…',
  messages: 'Messages',
  nextMonth: 'Mois suivant',
  nothingFound: 'Aucun résultat',
  openList: 'Ouvrir la liste',
  previousMonth: 'Mois précédent',
  reportCopied: 'Rapport copié',
  somethingFailed: 'Un problème est survenu',
  tryAgain: 'Réessayer',
  undo: 'Annuler',
  status: {
    draft: 'Brouillon',
    scheduled: 'Programmée',
    publishing: 'En cours d’envoi',
    published: 'Publiée',
    partly_published: 'Publiée en partie',
    needs_attention: 'À vérifier',
    queued: 'En file',
    waiting_for_network: 'En attente de connexion',
    sending: 'Envoi en cours',
    unknown_outcome: 'Issue inconnue',
    pending_at_network: 'Chez le réseau',
    failed: 'Refusée',
    missed: 'Heure manquée',
    held: 'Retenue',
    cancelled: 'Abandonnée'
  }
}
