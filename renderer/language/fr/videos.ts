import type { Catalogue } from '../catalogue.ts'
import type { videos as english } from '../en/videos.ts'

export const videos: Catalogue<typeof english> = {
  title: 'Retoucher la vidéo',
  text: 'La vidéo d’origine reste dans la médiathèque ; ce que vous en faites en est une nouvelle. Couper ne réencode rien, donc rien n’est perdu.',
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
  fit: {
    one: 'Adapter « {{name}} »',
    working: 'Adaptation…',
    making: 'Conversion de {{fileName}}',
    stop: 'Arrêter la conversion de {{fileName}}',
    cut: 'Couper « {{name}} » à {{length}}…',
    forPost: 'Adapter aux réseaux de cette publication',
    everywhere: 'Créer un MP4 lisible partout',
    rewrapHint: 'En MP4, avec l’image et le son tels quels : rien n’est perdu.',
    convertHint: 'En MP4 avec H.264 et AAC, {{width}} × {{height}}. La vidéo est réencodée sur cet ordinateur ; cela peut durer plus longtemps qu’elle.',
    no: {
      too_long: 'Plus longue que ce que ses réseaux acceptent, {{length}} : coupez-la d’abord.',
      too_heavy: 'Même avec une petite image, elle serait trop lourde : coupez-la à {{length}} ou moins.',
      too_short: 'Plus courte que ce que ses réseaux acceptent : la convertir n’y change rien.',
      shape: 'Son format d’image n’est pas accepté : la convertir n’y change rien.',
      kind: 'Ses réseaux ne s’accordent sur aucun type de vidéo : donnez à l’un d’eux une vidéo à lui.',
      no_encoder: 'Cet ordinateur ne sait pas encoder en H.264 : Vigie ne peut donc pas la convertir. Exportez-la en MP4 avec H.264 depuis un logiciel vidéo.',
      no_decoder: 'Cet ordinateur ne sait pas lire {{codec}} : Vigie ne peut donc pas la convertir. Exportez-la en MP4 avec H.264 depuis l’appareil qui l’a filmée, ou depuis un autre ordinateur.',
      unknown_codec: 'Vigie ne sait pas lire son encodage, ni donc la convertir. Exportez-la en MP4 avec H.264 depuis un logiciel vidéo.'
    }
  },
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
