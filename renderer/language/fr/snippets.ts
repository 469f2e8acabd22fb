import type { Catalogue } from '../catalogue.ts'
import type { snippets as english } from '../en/snippets.ts'

export const snippets: Catalogue<typeof english> = {
  open: 'Textes et hashtags enregistrés',
  search: 'Chercher un texte ou des hashtags',
  list: 'Textes et hashtags enregistrés',
  add: 'Ajouter',
  kinds: { text: 'Textes', hashtags: 'Hashtags' },
  new: { text: 'Nouveau texte…', hashtags: 'Nouvelle série de hashtags…' },
  edit: 'Modifier…',
  remove: 'Supprimer',
  more: 'Plus pour « {{name}} »',
  emptyTitle: 'Rien d’enregistré pour ce client',
  emptyText: 'Une accroche, une signature, les hashtags d’une campagne : enregistrés une fois, deux touches suffisent pour les reprendre.',
  noneTitle: 'Rien de tel',
  noneText: 'Aucun texte ni aucune série de hashtags ne contient ces mots.',
  ofPlan: 'Les dates sont celles de l’heure prévue : {{day}}',
  ofToday: 'Pas encore d’heure prévue : les dates sont celles d’aujourd’hui',
  ofTodayReply: 'Les dates sont celles d’aujourd’hui',
  nextGap: 'Aller au champ suivant',
  form: {
    newText: 'Nouveau texte',
    editText: 'Modifier le texte',
    newHashtags: 'Nouvelle série de hashtags',
    editHashtags: 'Modifier les hashtags',
    description: 'Pour {{client}} seulement. Les publications en prennent une copie.',
    name: 'Nom',
    namePlaceholder: { text: 'Accroche pour un événement', hashtags: 'Campagne d’automne' },
    text: 'Texte',
    hashtags: 'Hashtags',
    hashtagsHint: 'Des mots avec ou sans #, séparés par des espaces, des virgules ou des lignes',
    variables: 'Remplacés à l’usage',
    result: 'Entre ainsi dans la publication',
    save: 'Enregistrer'
  },
  variable: {
    client: 'Le nom du client',
    date: 'Jour et mois de la publication',
    weekday: 'Jour de la semaine de la publication',
    month: 'Mois de la publication',
    year: 'Année de la publication',
    time: 'Heure prévue de la publication',
    link: 'La source de la publication, si elle en a une ; sinon à remplir',
    city: 'À remplir à chaque fois',
    person: 'Dans les réponses, le nom de la personne ; dans les publications, à remplir'
  },
  removed: '« {{name}} » supprimé',
  removedWill: '« {{name}} » revient',
  removedUndone: '« {{name}} » est de retour'
}
