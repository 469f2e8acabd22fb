import type { Catalogue } from '../catalogue.ts'
import type { people as english } from '../en/people.ts'

export const people: Catalogue<typeof english> = {
  suggested: 'Personnes',
  suggestions_one: '{{count}} personne',
  suggestions_other: '{{count}} personnes',
  line: 'Mentions',
  open: '{{name}} : noms sur les réseaux',
  title: 'Comment s’appelle {{name}} sur chaque réseau',
  text: 'Chaque réseau reçoit le nom indiqué ici. Sans nom, la personne est citée en simples mots. Ces noms sont gardés pour ce client.',
  handle: '{{network}} ({{handle}})',
  placeholder: 'nom, sans @',
  bad: 'Un nom ne contient pas d’espace et s’écrit sans @ devant',
  lookUp: 'Chercher',
  lookUpFor: 'Chercher ({{amount}})',
  nobody: 'Personne de ce nom là-bas',
  kept: {
    title: 'Personnes gardées pour les mentions',
    text: 'Proposées derrière un @ dans les publications et les réponses de {{client}}. Les textes qui les mentionnent déjà gardent ce qu’ils ont.',
    add: 'Nouvelle personne',
    none: 'Encore personne : qui est mentionné dans un texte est gardé ici.',
    name: 'Nom',
    handles: 'Sur les réseaux',
    acts: 'Actions',
    edit: 'Modifier {{name}}',
    remove: 'Supprimer {{name}}',
    removed: '{{name}} n’est plus dans la liste',
    removedWill: '{{name}} revient dans la liste',
    removedUndone: '{{name}} est de retour dans la liste'
  },
  save: 'Garder ces noms',
  noNetworks: 'Aucun des réseaux choisis ne connaît les mentions : le nom part en simples mots.'
}
