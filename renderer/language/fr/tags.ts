import type { Catalogue } from '../catalogue.ts'
import type { tags as english } from '../en/tags.ts'

export const tags: Catalogue<typeof english> = {
  label: 'Étiquettes',
  labelFor: 'Étiquettes pour {{name}}',
  placeholder: 'Une étiquette, puis Entrée ou une virgule',
  hint: 'À part du texte, pour {{networks}}.',
  youtube: 'Sur YouTube, seule la recherche les lit ; une vidéo sans étiquettes reçoit les hashtags de sa description.',
  notYet: '« {{tag}} » a été tapé et n’est pas encore une étiquette : Entrée l’ajoute.',
  remove: 'Retirer l’étiquette {{tag}}',
  suggested: 'Étiquettes déjà employées',
  tooMany_one: '{{count}} étiquette a été laissée de côté : une publication en prend {{most}}.',
  tooMany_other: '{{count}} étiquettes ont été laissées de côté : une publication en prend {{most}}.',
  added: 'Étiquette ajoutée : {{tag}}.',
  removed: 'Étiquette retirée : {{tag}}.',
  common: 'Ce sont les étiquettes communes. Ce qui est changé ici ne part que vers {{name}}.',
  own: 'Ces étiquettes ne partent que vers {{name}}',
  follow: 'Revenir aux étiquettes communes',
  hidden: 'Étiquettes, que personne ne voit sous la vidéo :',
  none: 'aucune',
  compared: 'Étiquettes alors : {{before}}. Maintenant : {{after}}.',
  comparedFor: 'Étiquettes pour {{name}}, alors : {{before}}. Maintenant : {{after}}.'
}
