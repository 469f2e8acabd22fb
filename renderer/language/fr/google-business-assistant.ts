import type { Catalogue } from '../catalogue.ts'
import type { googleBusinessAssistant as english } from '../en/google-business-assistant.ts'

export const googleBusinessAssistant: Catalogue<typeof english> = {
  why: 'Google ne laisse un logiciel parler pour une fiche d’établissement (celle d’un commerce ou d’un restaurant, dans sa recherche et sur ses cartes) qu’à travers un projet qu’il a approuvé. Créez le vôtre : il ne coûte rien. Tant que Google ne l’a pas approuvé, il n’a droit à aucun appel.',
  stepProfile: 'Google n’approuve que les personnes qui gèrent une fiche validée, active depuis plus de 60 jours et indiquant le site de l’établissement. Celle d’un de vos clients convient.',
  stepProject: 'Dans la console Google Cloud, créez un projet (la liste des projets est en haut de la page) et notez son numéro de projet.',
  stepForm: 'Demandez l’accès à Google par ce formulaire ; dans sa liste, choisissez « Application for Basic API Access ». La réponse vient par e-mail, après quelques jours ou semaines :',
  openForm: 'Ouvrir le formulaire de Google',
  stepApis: 'Une fois l’accès accordé, sous « API et services → Bibliothèque », activez ces quatre-là : « Google My Business API », « My Business Account Management API », « My Business Business Information API » et « Business Profile Performance API ». La première n’y apparaît qu’à ce moment-là.',
  stepConsent: 'Sous « Google Auth Platform », cliquez sur « Premiers pas » : un nom, votre e-mail, et « Externe » comme audience. Puis, sous « Audience », cliquez sur « Publier l’application » : tant qu’il y est écrit « Test », Google met fin à la connexion au bout de sept jours.',
  stepScope: 'Sous « Accès aux données », ajoutez cette autorisation :',
  stepClient: 'Sous « Clients », créez un client de type « Application de bureau » ; aucune adresse n’est à saisir : la connexion revient à 127.0.0.1, sur un port libre à ce moment-là. Copiez son identifiant et son code secret dans les champs ci-dessous : Google ne montre le code secret qu’une fois.',
  login: 'Votre navigateur ouvre la page de Google. Choisissez le compte qui gère la fiche, et acceptez ce qui est demandé. Google prévient peut-être qu’il n’a pas vérifié l’application : c’est la vôtre, « Paramètres avancés » mène plus loin.',
  choose: 'Cette connexion ouvre plusieurs fiches. Laquelle est celle de ce client ? Les autres se connectent de la même façon.'
}
