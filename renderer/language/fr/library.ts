import type { Catalogue } from '../catalogue.ts'
import type { library as english } from '../en/library.ts'

export const library: Catalogue<typeof english> = {
  open: 'Depuis la médiathèque…',
  title: 'Images et vidéos : {{client}}',
  text: 'Une image ou une vidéo utilisée par une publication, un brouillon ou l’une de leurs versions n’est jamais supprimée. Celle que rien n’utilise depuis 30 jours l’est.',
  search: 'Chercher par nom de fichier ou description',
  list: 'Images et vidéos, de la plus récente à la plus ancienne',
  shown: 'L’image choisie',
  emptyTitle: 'Ni image ni vidéo pour le moment',
  emptyText: 'Chaque image et chaque vidéo ajoutée à une publication de ce client se retrouve ici.',
  noneTitle: 'Rien ne correspond',
  noneText: 'La recherche porte sur les noms de fichiers et les descriptions.',
  noDescription: 'Pas encore de description',
  describedAs: 'Description',
  uses_one: 'Dans {{count}} publication',
  uses_other: 'Dans {{count}} publications',
  unused: 'Dans aucune publication',
  usedIn: 'Utilisée dans',
  more_one: 'et {{count}} autre',
  more_other: 'et {{count}} autres',
  untitled: 'Une publication sans texte',
  size: '{{width}} × {{height}}',
  copies_one: 'Ajoutée {{count}} fois, gardée une fois',
  copies_other: 'Ajoutée {{count}} fois, gardée une fois',
  pick: 'Ajouter à la publication',
  keptWords: 'Sa description l’accompagne et peut y être modifiée.',
  there: 'Elle est déjà dans cette partie de la publication.',
  screen: {
    title: 'Médiathèque',
    count: { picture_one: '{{count}} image', picture_other: '{{count}} images', video_one: '{{count}} vidéo', video_other: '{{count}} vidéos' },
    upload: 'Ajouter des fichiers…',
    adding: 'Ajout de « {{name}} » : {{done}} sur {{total}}',
    cancel: 'Laisser le reste',
    known: '« {{name}} » y était déjà',
    knownText: 'Un même contenu est gardé une seule fois ; sa description, son dossier et ses mots-clés valent pour les deux.',
    use: 'Utilisation',
    uses: { all: 'Toutes', unused: 'Dans aucune publication', open: 'Dans un brouillon ou une publication prévue', used: 'Dans une publication', copies: 'Ajoutées plus d’une fois' },
    anyFolder: 'Tous les dossiers',
    noFolder: 'Dans aucun dossier',
    anyTag: 'Tous les mots-clés',
    folder: 'Dossier',
    tags: 'Mots-clés',
    addTags: 'Ajouter des mots-clés',
    tagsHint: 'Séparés par des virgules',
    altHint: 'Écrite une fois, proposée à chaque publication qui la prend.',
    save: 'Enregistrer',
    chosen: {
      picture_one: '{{count}} image choisie', picture_other: '{{count}} images choisies', video_one: '{{count}} vidéo choisie', video_other: '{{count}} vidéos choisies',
      file_one: '{{count}} fichier choisi', file_other: '{{count}} fichiers choisis'
    },
    madeOf: 'Faite à partir de « {{name}} »',
    showOriginal: 'Montrer l’originale',
    plan: 'Prévoir pour un jour…',
    write: 'En faire une publication',
    remove: 'Retirer de la médiathèque',
    described: {
      picture_one: 'Image décrite', picture_other: '{{count}} images décrites', video_one: 'Vidéo décrite', video_other: '{{count}} vidéos décrites',
      file_one: 'Fichier décrit', file_other: '{{count}} fichiers décrits'
    },
    describedWill: {
      picture_one: 'l’image retrouve sa description d’avant', picture_other: 'les {{count}} images retrouvent leur description d’avant',
      video_one: 'la vidéo retrouve sa description d’avant', video_other: 'les {{count}} vidéos retrouvent leur description d’avant',
      file_one: 'le fichier retrouve sa description d’avant', file_other: 'les {{count}} fichiers retrouvent leur description d’avant'
    },
    describedUndone: {
      picture_one: 'L’image a retrouvé sa description d’avant', picture_other: 'Les {{count}} images ont retrouvé leur description d’avant',
      video_one: 'La vidéo a retrouvé sa description d’avant', video_other: 'Les {{count}} vidéos ont retrouvé leur description d’avant',
      file_one: 'Le fichier a retrouvé sa description d’avant', file_other: 'Les {{count}} fichiers ont retrouvé leur description d’avant'
    },
    inUse_one: '« {{name}} » reste',
    inUse_other: '{{count}} fichiers restent',
    inUseText: 'Un brouillon, une publication prévue, une répétition ou un modèle en a besoin.',
    removed: {
      picture_one: 'Image retirée de la médiathèque', picture_other: '{{count}} images retirées de la médiathèque',
      video_one: 'Vidéo retirée de la médiathèque', video_other: '{{count}} vidéos retirées de la médiathèque',
      file_one: 'Fichier retiré de la médiathèque', file_other: '{{count}} fichiers retirés de la médiathèque'
    },
    removedText: 'Les publications parues gardent les leurs.',
    removedWill: {
      picture_one: 'l’image revient', picture_other: 'les {{count}} images reviennent', video_one: 'la vidéo revient', video_other: 'les {{count}} vidéos reviennent',
      file_one: 'le fichier revient', file_other: 'les {{count}} fichiers reviennent'
    },
    removedUndone: {
      picture_one: 'L’image est de retour dans la médiathèque', picture_other: 'Les {{count}} images sont de retour dans la médiathèque',
      video_one: 'La vidéo est de retour dans la médiathèque', video_other: 'Les {{count}} vidéos sont de retour dans la médiathèque',
      file_one: 'Le fichier est de retour dans la médiathèque', file_other: 'Les {{count}} fichiers sont de retour dans la médiathèque'
    },
    noneTitle: 'Rien ici',
    noneText: 'Aucune image ni vidéo n’a ces mots, cette utilisation, ce dossier et ce mot-clé.',
    emptyText: 'Déposez des fichiers ici, collez-les, ou ajoutez-les par le bouton. Chaque image et chaque vidéo d’une publication s’y retrouve aussi.'
  }
}
