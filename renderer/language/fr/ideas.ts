import type { Catalogue } from '../catalogue.ts'
import type { ideas as english } from '../en/ideas.ts'

export const ideas: Catalogue<typeof english> = {
  title: 'Idées',
  add: 'Nouvelle idée',
  stage: { idea: 'Idées', to_write: 'À écrire', ready: 'Prêtes' },
  empty: {
    idea: 'Ce qui vient à l’esprit, ce que la veille rapporte',
    to_write: 'Ce qui vaut une publication',
    ready: 'Ce qui n’attend plus qu’une date'
  },
  emptyTitle: 'Pas encore d’idée',
  emptyText: 'Notez ce qui vient à l’esprit, ou gardez un article de la veille ou un message comme idée. D’ici, elle devient un brouillon, avec sa source.',
  write: 'Écrire le brouillon',
  open: 'Ouvrir le brouillon',
  draft: 'Brouillon',
  planned: 'Prévu pour {{when}}',
  plan: 'Prévoir pour un jour…',
  edit: 'Modifier…',
  moveTo: 'Déplacer vers « {{stage}} »',
  remove: 'Supprimer',
  more: 'Plus pour « {{title}} »',
  keys: 'Ctrl ou ⌘ et une flèche déplacent la carte sélectionnée.',
  moved: '« {{title}} » est maintenant dans « {{stage}} », place {{place}}',
  became_one: '{{count}} idée est devenue une publication.',
  became_other: '{{count}} idées sont devenues des publications.',
  form: { newTitle: 'Nouvelle idée', editTitle: 'Modifier l’idée', title: 'Titre', titlePlaceholder: 'Une vitrine faite par les lecteurs', note: 'Note', source: 'De votre veille :', save: 'Enregistrer' },
  left: { new: 'Une idée commencée n’est pas enregistrée : « {{words}} »', card: 'Une idée modifiée n’est pas enregistrée : « {{words}} »', goOn: 'Continuer' },
  source: {
    public: '{{author}} sur {{network}}',
    private: '{{author}}, en privé sur {{network}}',
    privateTitle: 'Message privé de {{author}}',
    person: '{{author}} ({{handle}})',
    from: '{{who}} a écrit à {{account}} sur {{network}}, le {{when}} :',
    fromPrivate: '{{who}} a écrit en privé à {{account}} sur {{network}}, le {{when}} :',
    privateText: 'Ces mots sont privés : aucun n’entre de lui-même dans le brouillon.',
    open: 'Ouvrir la conversation',
    onNetwork: 'Voir sur le réseau'
  },
  keep: 'Garder comme idée',
  kept: '« {{title}} » est gardé comme idée',
  removed: 'Idée « {{title}} » supprimée',
  removedWill: 'l’idée « {{title}} » revient',
  removedUndone: 'L’idée « {{title}} » est de retour'
}
