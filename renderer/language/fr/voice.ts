import type { Catalogue } from '../catalogue.ts'
import type { voice as english } from '../en/voice.ts'

export const voice: Catalogue<typeof english> = {
  settings: {
    title: 'Voix',
    text: 'La manière dont {{client}} s’exprime. L’écran Composer signale ce qui s’en écarte ; rien n’arrête une publication, sauf si vous le demandez plus bas.',
    note: 'Ton',
    noteHint: 'Pour qui rédige : affiché à côté du texte.',
    notePlaceholder: 'Chaleureux et bref. On dit « vous », jamais « le client ».',
    required: 'Mots présents dans chaque publication',
    forbidden: 'Mots à bannir',
    oneALine: 'Un par ligne ; majuscules et accents ne comptent pas.',
    address: 'Comment s’adresser aux lecteurs',
    addressChoice: { any: 'Sans importance', tu: 'Tu', vous: 'Vous' },
    maxEmoji: 'Émojis par publication, au plus',
    maxSentence: 'Mots par phrase, au plus',
    noMatter: 'Vide : sans importance.',
    triggers: 'Mots qui annoncent un contenu rémunéré',
    tags: 'Mentions qui le disent',
    tagsHint: 'Une seule suffit.',
    blockForbidden: 'Un mot banni arrête la publication',
    blockDisclosure: 'Une mention manquante arrête la publication',
    ignored_one: '{{count}} remarque n’est plus affichée.',
    ignored_other: '{{count}} remarques ne sont plus affichées.',
    showAgain: 'Les afficher de nouveau',
    save: 'Enregistrer la voix',
    saved: 'La voix de {{client}} est enregistrée',
    wrongNumber: 'Un nombre entier, ou rien'
  },
  hints: {
    title: 'Remarques',
    voiceOf: 'Voix de {{client}}',
    show: 'Montrer',
    once: 'Ignorer ici',
    always: 'Toujours ignorer',
    stops: 'Cela arrête la publication : changez les mots, ou la voix du client',
    ignored: 'Cette remarque ne reviendra plus',
    forbidden: '« {{words}} » ne se dit pas chez ce client',
    required: '« {{words}} » figure dans chaque publication de ce client',
    address: { tu: '« {{words}} » : ce client tutoie', vous: '« {{words}} » : ce client vouvoie' },
    emoji_budget: '{{count}} émojis : {{max}} au plus',
    emoji_wall: '{{count}} émojis côte à côte : les lecteurs d’écran les nomment un par un',
    sentence: 'Une phrase de {{count}} mots : {{max}} au plus',
    disclosure: '« {{words}} » annonce un contenu rémunéré : il faut une mention comme #publicité',
    hashtag: '{{words}} : avec des majuscules à l’intérieur (#CommeCela), il peut être lu à voix haute',
    fake_letters: '« {{words}} » : ces lettres sont des symboles ; beaucoup n’entendent rien ou voient des carrés'
  }
}
