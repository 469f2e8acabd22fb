import type { Catalogue } from '../catalogue.ts'
import type { pictures as english } from '../en/pictures.ts'

export const pictures: Catalogue<typeof english> = {
  title: 'Retoucher l’image',
  text: 'L’image d’origine reste dans la médiathèque ; ce que vous en faites en est une nouvelle.',
  edit: 'Retoucher…',
  editPlace: 'Retoucher l’image {{position}}',
  shape: 'Format',
  shapes: { whole: 'Image entière', free: 'Libre', square: 'Carré, 1:1', portrait: 'Portrait, 4:5', story: 'Story, 9:16', wide: 'Large, 16:9', link: 'Lien, 1,91:1', photo: 'Photo, 3:2' },
  filter: 'Couleurs',
  filters: { none: 'Telles quelles', warm: 'Plus chaudes', cool: 'Plus froides', vivid: 'Plus vives', soft: 'Plus douces', mono: 'Noir et blanc' },
  tilt: 'Redresser : {{degrees}}°',
  turnLeft: 'Tourner à gauche',
  turnRight: 'Tourner à droite',
  cropFrame: 'Ce qui est gardé. Les flèches le déplacent, Maj et les flèches l’agrandissent ou le réduisent.',
  reset: 'Comme avant',
  cancel: 'Annuler',
  save: 'Créer l’image',
  working: 'Création de l’image',
  fit: 'Adapter « {{name}} »',
  fitting: 'Adaptation…',
  swapped: '« {{name}} » a été remplacée par ce que vous en avez fait',
  swappedWill: '« {{name}} » redevient comme avant',
  swappedUndone: '« {{name}} » est de nouveau comme avant'
}
