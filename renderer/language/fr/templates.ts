import type { Catalogue } from '../catalogue.ts'
import type { templates as english } from '../en/templates.ts'

export const templates: Catalogue<typeof english> = {
  title: 'Modèles',
  use: 'Nouvelle publication d’après un modèle',
  list: 'Modèles',
  emptyTitle: 'Pas encore de modèle',
  emptyText: 'Une publication qui revient sous la même forme : enregistrez-la une fois, avec ses images, ses parties et ses textes par compte.',
  saveAs: 'Enregistrer comme modèle…',
  nothingYet: 'Il n’y a encore rien dans cette publication.',
  nameOfTemplate: 'Nom du modèle',
  newName: 'Nouveau nom',
  namePlaceholder: 'Portrait de la semaine',
  copies: 'Le modèle est une copie : il ne change pas avec la publication.',
  replaces: 'Un modèle porte ce nom : cette publication le remplacera.',
  save: 'Enregistrer comme modèle',
  replace: 'Le remplacer',
  rename: 'Renommer…',
  renameConfirm: 'Renommer',
  remove: 'Supprimer',
  more: 'Plus pour le modèle « {{name}} »',
  parts_one: '{{count}} partie',
  parts_other: '{{count}} parties',
  images_one: '{{count}} image',
  images_other: '{{count}} images',
  removed: 'Modèle « {{name}} » supprimé',
  removedWill: 'le modèle « {{name}} » revient',
  removedUndone: 'Le modèle « {{name}} » est de retour'
}
