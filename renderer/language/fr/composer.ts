import type { Catalogue } from '../catalogue.ts'
import type { composer as english } from '../en/composer.ts'

export const composer: Catalogue<typeof english> = {
  title: 'Composer',
  newPost: 'Nouvelle publication',
  loading: 'Ouverture de la publication',
  targets: 'Publier sur',
  targetNeedsLogin: '{{handle}} doit être reconnecté',
  noAccountsTitle: 'Aucun compte où publier pour l’instant',
  noAccountsText: 'Vous pouvez déjà écrire : le brouillon est conservé. Connectez un compte pour voir son aperçu et publier.',
  connectAccount: 'Connecter un compte',
  base: 'Tous les comptes',
  editing: 'Texte pour',
  editText: 'Texte pour {{name}}',
  ownText: 'Texte propre',
  writeOwn: 'Écrire un texte à part',
  followBase: 'Reprendre le texte commun',
  followBaseTitle: 'Abandonner le texte à part de {{handle}} ?',
  followBaseText: 'Le compte reprend le texte commun. Son texte à part est retiré de ce brouillon.',
  followBaseConfirm: 'Reprendre le texte commun',
  textLabel: 'Texte de la publication',
  textLabelFor: 'Texte de la publication pour {{handle}}',
  placeholder: 'Que voulez-vous dire ?',
  titleLabel: 'Titre',
  titleHint: 'Visible sur les blogs seulement',
  titlePlaceholder: 'Titre de l’article',
  fromWatch: 'Venu de votre veille',
  counter: {
    left_one: '{{count}} caractère restant',
    left_other: '{{count}} caractères restants',
    over_one: '{{count}} caractère de trop',
    over_other: '{{count}} caractères de trop',
    used_one: '{{count}} caractère',
    used_other: '{{count}} caractères'
  },
  format: {
    title: 'Mise en forme',
    onlyOn: 'Visible sur {{networks}} ; ailleurs, le texte part sans mise en forme',
    bold: 'Gras',
    italic: 'Italique',
    heading: 'Intertitre',
    bullets: 'Liste',
    numbers: 'Liste numérotée',
    quote: 'Citation',
    link: 'Lien',
    linkAddress: 'Adresse du lien',
    linkApply: 'Poser le lien',
    linkRemove: 'Retirer le lien',
    linkRefused: 'Seulement des adresses en https, http ou mailto'
  },
  media: {
    title: 'Images',
    add: 'Ajouter des images',
    altLabel: 'Description de l’image {{position}}',
    altPlaceholder: 'Décrivez-la pour qui ne peut pas la voir',
    remove: 'Retirer l’image {{position}}',
    earlier: 'Avancer l’image {{position}}',
    later: 'Reculer l’image {{position}}',
    drop: 'Déposez les images ici'
  },
  save: {
    untouched: 'Rien à enregistrer encore',
    waiting: 'Saisie…',
    saving: 'Enregistrement…',
    saved: 'Enregistré à {{time}}',
    failed: 'Non enregistré',
    conflict: 'Modifiée ailleurs entre-temps',
    reload: 'Charger cette version',
    retry: 'Enregistrer de nouveau'
  },
  previews: 'Aperçus',
  previewsHint: 'Chaque compte comme son réseau le montre',
  noPreviewsTitle: 'Choisissez un compte pour voir la publication',
  noPreviewsText: 'L’aperçu montre le texte exact qui sera envoyé, compté selon la règle de ce réseau.',
  preview: { now: 'à l’instant', today: 'Aujourd’hui', untitled: 'Pas encore de titre' },
  checks: { title: 'Vérifications', allWell: 'Tout est bon', past: 'L’heure choisie est passée : choisissez-en une autre, ou publiez maintenant', no_time: 'Il manque un jour et une heure' },
  obstacle: {
    checks: 'Quelque chose s’y oppose : voyez les vérifications',
    no_time: 'Choisissez d’abord un jour et une heure',
    past: 'L’heure choisie est passée : choisissez-en une autre',
    same_time: 'C’est déjà son heure : choisissez-en une autre'
  },
  problem: {
    no_target: 'Choisissez au moins un compte',
    account_missing: 'Un compte de cette publication a été retiré',
    account_needs_login: 'Le compte doit être reconnecté',
    empty: 'Il n’y a pas encore de texte',
    title_missing: 'Il manque un titre',
    text_too_long: 'Trop long : {{amount}} caractères sur {{max}}',
    text_too_many_bytes: 'Trop long : {{amount}} octets sur {{max}}',
    too_many_images: '{{network}} accepte {{max}} images au plus',
    image_missing: 'Une image n’est plus là',
    image_too_large: '{{fileName}} est trop lourd pour {{network}} : {{amount}}, la limite est {{max}}',
    image_type_unsupported: '{{network}} n’accepte pas ce type d’image : {{fileName}}',
    alt_text_missing: 'Une image n’a pas de description',
    repeated: 'Le même texte est parti ici il y a moins d’un jour',
    repeats_planned: 'Le même texte doit partir ici à moins d’un jour',
    approval_missing: 'Il manque l’accord du client',
    alt_text_too_long: 'Une description est trop longue : {{amount}} caractères sur {{max}}',
    thread_joined: '{{network}} n’a pas de fils : les {{amount}} parties y font une seule publication'
  },
  schedule: {
    when: 'Quand',
    at: 'Date et heure',
    zone: 'Heure de {{zone}}',
    schedule: 'Programmer',
    now: 'Publier maintenant',
    change: 'Changer l’heure',
    takeBack: 'Reprendre pour modifier',
    changed: 'Déplacée au {{when}}',
    incomplete: 'Choisissez un jour et une heure',
    gap: 'Cette heure n’existe pas : on passe à l’heure d’été cette nuit-là. Départ à {{time}}.',
    overlap: 'Cette heure revient deux fois cette nuit-là. Départ à la première.',
    planned: 'Brouillon prévu',
    suggested: 'Heure proposée',
    scheduled: 'Programmée',
    planOnly: 'Le brouillon garde cette heure, mais ne part qu’une fois programmé.',
    planOver: 'L’heure prévue pour ce brouillon est passée. Il n’est pas parti.',
    unplan: 'Retirer l’heure prévue',
    takenBack: 'Reprise : de nouveau un brouillon, son heure reste prévue',
    past: 'Cette heure est déjà passée.',
    done: 'Programmée pour le {{when}}',
    publishing: 'En route',
    publishingOffline: 'Départ dès que le réseau revient'
  },
  fixed: {
    title: 'Programmée pour le {{when}}',
    text: 'Le texte et les images sont fixés tels qu’ils partiront. Reprenez la publication pour les modifier ; elle reste au calendrier comme brouillon.'
  },
  confirmAt: {
    title: 'Programmer pour {{client}} ?',
    text_one: 'Départ {{when}} vers :',
    text_other: 'Départ {{when}} vers ces {{count}} comptes :'
  },
  ask: {
    otherClient: 'Cette fois pour {{client}}. La dernière fois, c’était {{last}}.',
    repeat: 'Le même texte part sur le même compte en moins d’un jour.',
    publishAnyway: 'Publier de nouveau',
    scheduleAnyway: 'Programmer quand même'
  },
  approval: {
    title: 'Accord',
    ask: 'Demandé',
    yes: 'Noter un accord…',
    no: 'Noter un refus…',
    state: {
      none: 'Personne n’a encore été consulté',
      asked: 'La réponse est attendue',
      approved: '{{by}} a donné son accord',
      refused: '{{by}} a refusé',
      taken_back: '{{by}} avait donné son accord, et le contenu a changé depuis'
    },
    channel: { mail: 'Courriel', phone: 'Téléphone', message: 'Message', meeting: 'De vive voix', other: 'Autre' },
    dialog: {
      approved: 'Noter l’accord du client',
      refused: 'Noter le refus du client',
      text: 'Il vaut pour ce contenu précis : texte, images, comptes. Toute modification l’annule.',
      by: 'Qui l’a dit',
      channel: 'Comment',
      note: 'Remarque',
      comment: 'Ce qui doit changer',
      record: 'Noter'
    }
  },
  confirmNow: {
    title: 'Publier maintenant au nom de {{client}} ?',
    atOnce_one: 'Départ immédiat vers :',
    atOnce_other: 'Départ immédiat vers ces {{count}} comptes :',
    offlineText_one: 'Pas de connexion : départ dès qu’il y en a une, vers :',
    offlineText_other: 'Pas de connexion : départ dès qu’il y en a une, vers ces {{count}} comptes :',
    confirm: 'Publier maintenant'
  },
  remove: {
    action: 'Supprimer le brouillon',
    title: 'Supprimer ce brouillon ?',
    text: 'Son texte, les textes propres à chaque compte et son heure prévue sont supprimés. Tant que Vigie reste ouvert, on peut l’annuler.',
    confirm: 'Supprimer le brouillon',
    done: 'Brouillon supprimé'
  },
  copy: 'Dupliquer en brouillon',
  outcome: {
    title: 'Où elle en est',
    open: 'Voir sur le réseau',
    outbox: 'Ouvrir dans la boîte d’envoi'
  },
  recovered: 'Retrouvé tel que vous l’aviez laissé'
}
