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
  save: 'Garder ces noms',
  noNetworks: 'Aucun des réseaux choisis ne connaît les mentions : le nom part en simples mots.'
}
