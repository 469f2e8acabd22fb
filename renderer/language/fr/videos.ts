import type { Catalogue } from '../catalogue.ts'
import type { videos as english } from '../en/videos.ts'

export const videos: Catalogue<typeof english> = {
  title: 'Retoucher la vidéo',
  text: 'La vidéo d’origine reste dans la médiathèque ; ce que vous en coupez en est une nouvelle. Rien n’est réencodé, donc rien n’est perdu.',
  editPlace: 'Retoucher la vidéo {{position}}',
  start: 'Début',
  startHere: 'Commencer à l’endroit montré',
  end: 'Fin',
  endHere: 'Finir à l’endroit montré',
  seconds: '{{seconds}} s',
  keyHint: 'Elle commence à la dernière image complète avant le début : souvent là, parfois quelques secondes plus tôt.',
  mute: 'Sans le son',
  silent: 'Elle n’en a pas.',
  cancel: 'Fermer',
  save: 'Créer la vidéo',
  working: 'Création de la vidéo',
  cover: {
    place: 'Couverture de la vidéo {{position}}',
    title: 'Choisir la couverture',
    text: 'L’image qui représente la vidéo, dans cette publication, tant que personne ne la lance. La vidéo elle-même ne change pas ; les vérifications disent quels réseaux prennent une couverture.',
    moment: 'Moment',
    frames: 'Images de la vidéo',
    frame: 'Montrer {{moment}}',
    shown: 'La vidéo à {{moment}}',
    isPicture: 'La couverture est actuellement une image de la médiathèque.',
    none: 'Laisser les réseaux choisir',
    library: 'Une image de la médiathèque…',
    use: 'Prendre comme couverture'
  }
}
