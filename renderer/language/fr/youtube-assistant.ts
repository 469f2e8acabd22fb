import type { Catalogue } from '../catalogue.ts'
import type { youtubeAssistant as english } from '../en/youtube-assistant.ts'

export const youtubeAssistant: Catalogue<typeof english> = {
  why: 'Google ne laisse un programme parler pour une chaîne qu’à travers un projet. Créez le vôtre : il ne coûte rien, et ses dix mille unités par jour ne servent qu’à vous.',
  stepProject: 'Dans la console Google Cloud, créez un projet : la liste des projets est en haut de la page.',
  stepApi: 'Sous « API et services → Bibliothèque », cherchez « YouTube Data API v3 » et activez-la.',
  stepConsent: 'Sous « Google Auth Platform », cliquez sur « Premiers pas » : un nom, votre e-mail, et « Externe » comme audience.',
  stepScope: 'Sous « Accès aux données », ajoutez cette autorisation :',
  stepPublish: 'Sous « Audience », cliquez sur « Publier l’application ». Tant qu’il y est écrit « Test », Google met fin à la connexion au bout de sept jours.',
  stepClient: 'Sous « Clients », créez un client de type « Application de bureau » ; aucune adresse n’est à saisir. Copiez son identifiant et son code secret dans les champs ci-dessous : Google ne montre le code secret qu’une fois.',
  stepAudit: 'Les commentaires marchent tout de suite. Les vidéos mises en ligne par un projet neuf, YouTube les garde privées tant que Google n’a pas vérifié le projet : demandez cet audit (« YouTube API Services audit ») et, d’ici là, ajoutez aussi YouTube sous « À la main ».',
  login: 'Votre navigateur ouvre la page de Google. Choisissez le compte, puis la chaîne, et acceptez ce qui est demandé. Google prévient peut-être qu’il n’a pas vérifié l’application : c’est la vôtre, « Paramètres avancés » mène plus loin.',
  choose: 'Cette connexion ouvre plusieurs chaînes. Laquelle est celle de ce client ? Les autres se connectent de la même façon.'
}
