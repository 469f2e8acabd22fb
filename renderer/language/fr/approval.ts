import type { Catalogue } from '../catalogue.ts'
import type { approval as english } from '../en/approval.ts'

export const approval: Catalogue<typeof english> = {
  open: 'Demander au client…',
  title: 'Demander l’accord du client',
  send: 'Envoyer des publications',
  text: 'Un seul fichier où tout se trouve, à joindre à un e-mail : le client l’ouvre dans son navigateur, voit chaque publication telle que les réseaux la montreront, dit oui ou non et renvoie sa réponse. Le PDF est fait pour être lu et imprimé.',
  posts: 'Publications du dossier',
  all_one: 'Tout ({{count}} publication)',
  all_other: 'Tout ({{count}} publications)',
  none: 'Aucun brouillon ni publication prévue dans le calendrier affiché.',
  untitled: 'Une publication sans texte',
  noDay: 'Pas encore de date',
  language: 'Langue du dossier',
  save_one: 'Enregistrer le dossier de {{count}} publication',
  save_other: 'Enregistrer le dossier de {{count}} publications',
  saved_one: 'Dossier de {{count}} publication enregistré',
  saved_other: 'Dossier de {{count}} publications enregistré',
  savedText: 'Envoyez-le au client. Chaque publication attend maintenant la réponse.',
  savePdf: 'Enregistrer en PDF',
  notSaved: 'Le dossier n’a pas été enregistré',
  notSavedText: 'Le fichier n’a pas pu être écrit à cet endroit. Rien n’a changé ; essayez un autre dossier.',
  answer: {
    title: 'La réponse du client',
    text: 'Ce que la page du client a enregistré, en fichier ou dans le texte d’un e-mail. La réponse ne vaut que pour ce que le client a vu : une publication modifiée depuis reste telle quelle.',
    choose: 'Choisir le fichier…',
    file: 'Fichier de la réponse',
    paste: 'Ou le texte, tel qu’il est arrivé par e-mail',
    take: 'Prendre en compte',
    unreadable: 'Aucune réponse n’y a été trouvée. Rien n’a changé ; demandez le fichier que la page enregistre.',
    foreign: 'Cette réponse ne correspond à aucun dossier de ce client. Rien n’a changé.',
    standing: 'Celle qui vaut a été donnée le {{when}}, à l’horloge de l’ordinateur du client.',
    takeThis: 'Prendre celle-ci à sa place',
    read: '{{by}} a répondu :'
  },
  outcomeLineAt: '{{post}} ({{when}}) : {{outcome}}',
  outcomeLine: '{{post}} : {{outcome}}',
  outcome: {
    approved: 'approuvée',
    refused: 'pas approuvée',
    changed: 'modifiée depuis : la réponse ne vaut pas pour le texte actuel ; un refus reste noté pour ce qui a été montré',
    gone: 'supprimée depuis',
    out: 'déjà publiée',
    unasked: 'absente de ce dossier, la réponse ne compte donc pas',
    older: 'pas prise en compte : une réponse donnée plus tard l’a déjà été',
    unclear: 'pas prise en compte : une autre réponse l’a déjà été, et rien ne dit laquelle est la dernière. Demandez au client'
  },
  history: {
    open: 'Historique',
    title: 'Ce qui a été demandé, répondu et décidé',
    none: 'Tout ce qui était noté a été retiré',
    asked: 'Accord demandé',
    approved: '{{by}} : oui',
    refused: '{{by}} : non',
    taken_back: '{{by}} avait dit oui : modifiée depuis, cela ne vaut plus',
    card_changed: '{{by}} avait dit oui : la carte du lien a changé, cela ne vaut plus',
    refused_before: '{{by}} avait dit non : modifiée depuis',
    sent_anyway: '{{by}} avait dit non : envoi décidé malgré tout',
    taken_on: '{{by}} avait dit non : quelqu’un ici en répond'
  },
  page: {
    answerFile: 'vigie-reponse.json',
    title: 'Publications pour {{client}}',
    intro: 'Merci de dire oui ou non à chaque publication, puis d’enregistrer votre réponse et de la renvoyer.',
    introPaper: 'Merci de dire oui ou non à chaque publication, puis de renvoyer ce document.',
    when: '{{day}} à {{time}} ({{city}})',
    altText: 'Description d’une image :',
    post: 'Publication',
    noDay: 'pas encore de date',
    yes: 'Oui, à publier',
    no: 'Non, pas ainsi',
    comment: 'Commentaire',
    name: 'Votre nom',
    save: 'Enregistrer ma réponse',
    orCopy: 'Si aucun fichier n’a été enregistré, copiez ce texte dans votre e-mail :',
    missing: {
      name: 'Merci d’écrire votre nom.',
      answer: 'Merci de répondre à au moins une publication.',
      word: 'Merci de dire oui ou non partout où vous avez laissé un commentaire.'
    }
  }
}
