import type { Catalogue } from '../catalogue.ts'
import type { discord as english } from '../en/discord.ts'

export const discord: Catalogue<typeof english> = {
  way: 'Connecter par',
  webhook: 'Webhook',
  bot: 'Bot',
  webhookWhy: 'Il écrit dans un salon et ne demande aucune application. Il ne peut pas lire les réponses.',
  webhookStep1: 'Dans Discord, dans les paramètres du salon : Intégrations → Webhooks → Nouveau webhook. Il faut le droit de gérer les webhooks.',
  webhookStep2: 'Donnez-lui le nom et l’image que les gens verront.',
  webhookStep3: 'Copiez son adresse. Quiconque l’a peut y écrire : gardez-la comme un mot de passe.',
  webhookUrl: 'Adresse du webhook',
  botWhy: 'Il écrit, lit réponses et mentions, réagit et bannit.',
  botStep1: 'Dans le portail développeur de Discord, créez une application, puis ouvrez « Bot ».',
  botStep2: 'Activez-y « Message Content Intent » : sans cela, les réponses arrivent sans leurs mots.',
  botStep3: 'Sous « OAuth2 », créez une invitation avec le scope « bot » et les droits de voir les salons, d’envoyer des messages, de joindre des fichiers, de lire l’historique et d’ajouter des réactions ; pour bannir d’ici, aussi celui de bannir des membres. Ouvrez-la et choisissez votre serveur.',
  botStep4: 'Sous « Bot », réinitialisez le jeton et copiez-le. Dans Discord, copiez le lien du salon.',
  botForum: 'Dans un salon de forum, il lui faut les droits d’envoyer des messages, d’en envoyer dans les fils et de joindre des fichiers ; pour supprimer ses publications, ou les fermer aux réponses, aussi celui de gérer les fils. Dans un salon d’annonces, envoyer des messages suffit pour publier les siens vers les serveurs qui le suivent.',
  forum: 'Le salon est un forum',
  forumHint: 'Ses publications ont un titre. Discord ne dit rien à un webhook des étiquettes du forum, et supprimer en retire le texte et laisse le titre : avec un bot, tout y est.',
  open: 'Ouvrir le portail développeur',
  channel: 'Lien du salon',
  token: 'Jeton du bot'
}
