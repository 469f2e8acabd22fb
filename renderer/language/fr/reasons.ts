import type { Catalogue } from '../catalogue.ts'
import type { reasons as english } from '../en/reasons.ts'

export const reasons: Catalogue<typeof english> = {
  conflict: {
    delivered_before: { what: 'Cette demande est déjà arrivée une fois, et l’on ne sait plus ici ce qu’elle a donné.', next: 'Rien n’a été fait cette fois-ci. Regardez si c’est fait ; sinon, appuyez de nouveau.' },
    sent_since: { what: 'Un nouvel envoi a eu lieu depuis votre vérification, et nul ne sait s’il est arrivé.', next: 'Rien n’a été envoyé cette fois-ci. Vérifiez de nouveau sur le réseau, puis décidez.' },
    changed_since: { what: 'La situation a changé depuis la question : le sort en a été décidé entre-temps, ou l’envoi est parti.', next: 'Rien n’a été abandonné. Regardez où cela en est maintenant, puis décidez.' },
    not_held: { what: 'L’un de ces éléments n’est plus retenu : son sort a été décidé entre-temps.', next: 'Aucune de ces décisions n’a été exécutée. Ce qui est encore retenu se trouve dans la boîte d’envoi : décidez-en là.' },
    edited_since: { what: 'La publication a été modifiée depuis : rien n’a été annulé.', next: 'Son texte est en sécurité, tel que vous l’avez laissé.' },
    account_removed: { what: 'Son compte a été retiré de ce client avant que l’on sache si elle était arrivée.', next: 'Vigie ne peut ni la chercher ni l’envoyer. Regardez le compte sur le réseau, et dites ici si elle y est.' }
  },
  address_refused: {
    not_an_address: { what: 'Ce n’est pas une adresse web.', next: 'Écrivez-la comme exemple.fr ou https://exemple.fr/flux.' },
    scheme: { what: 'Ce n’est pas une adresse web.', next: 'Elle doit commencer par https:// ou http://.' },
    not_https: { what: 'Cette adresse mène à {{host}} sans chiffrement.', next: 'Utilisez son adresse https. Un flux sans https se suit par sa propre adresse, précédée de http://.' },
    credentials: { what: 'Cette adresse contient un nom ou un mot de passe.', next: 'Enlevez ce qui précède le @.' },
    private: { what: '{{host}} appartient à cet ordinateur ou à un réseau privé.', next: 'Vigie ne lit que des sites publics. Vérifiez l’adresse.' },
    cross_origin_redirect: { what: 'Le serveur renvoie Vigie vers {{host}}.', next: 'Un accès n’est pas transmis à un autre serveur. Donnez plutôt cette adresse-là.' }
  },
  feed_gone: {
    never_followed: { what: 'Rien à cette adresse : vérifiez-la.', next: 'L’adresse du site suffit : Vigie y cherche le flux.' }
  },
  unreachable: {
    name_not_found: { what: '{{host}} est introuvable.', next: 'Vérifiez comment l’adresse est écrite, et que cet ordinateur est connecté.' },
    proxy: { what: 'Le proxy de ce réseau ne laisse pas Vigie joindre {{host}}.', next: 'Rien n’est parti. La personne qui gère le réseau peut l’autoriser.' },
    proxy_login: { what: 'Le proxy de ce réseau demande un nom et un mot de passe.', next: 'Rien n’est parti. Donnez-les dans la ligne au-dessus de l’écran, ou dans les réglages.' },
    proxy_login_kind: { what: 'Le proxy de ce réseau demande une façon de s’identifier que Vigie ne connaît pas (NTLM, Kerberos, Digest).', next: 'Rien n’est parti. La personne qui gère le réseau peut autoriser un nom et un mot de passe (Basic), ou laisser passer {{host}} sans identification.' }
  },
  over_cap: {
    message: { what: 'Ce message coûterait plus que ce que laisse le plafond du mois.', next: 'Il n’est pas parti. Augmentez le plafond dans les réglages, puis envoyez-le d’ici.' },
    reading: { what: 'Le relevé pourrait coûter plus que ce que laisse le plafond du mois.', next: 'Rien n’a été relevé. Augmentez le plafond dans les réglages, ou attendez le mois prochain.' }
  },
  rejected: {
    answered_there: { what: 'Quelqu’un d’autre a répondu à cet avis sur le réseau entre-temps.', next: 'Rien n’a été envoyé, et sa réponse reste. Reprenez la vôtre dans le champ, regardez la sienne, puis renvoyez pour la remplacer.' },
    gone: { what: 'La publication ou le commentaire concerné n’existe plus.', next: 'Son auteur l’a peut-être supprimé, ou a bloqué ce compte. Rien n’est parti ; abandonnez cet envoi.' },
    poll_over: { what: 'Son sondage est terminé, ou sur le point de l’être : une modification le rouvrirait.', next: 'Rien n’a été écrit. Abandonnez la modification ici.' },
    formatted_there: { what: 'Le texte a reçu là-bas, d’une personne ou d’une extension, une mise en forme que Vigie perdrait : un titre, un tableau, une couleur.', next: 'Rien n’a été écrit. Modifiez le texte là-bas.' },
    edit_too_late: { what: 'X ne laisse modifier une publication que pendant un certain temps, qui est passé.', next: 'Rien n’a été écrit. Abandonnez la modification ici ; pour d’autres mots, supprimez la publication et récrivez-la.' },
    no_edits_left: { what: 'Elle a été modifiée aussi souvent que X le permet.', next: 'Rien n’a été écrit. Abandonnez la modification ici ; pour d’autres mots, supprimez la publication et récrivez-la.' },
    not_editable_there: { what: 'X ne laisse pas modifier cette publication.', next: 'Rien n’a été écrit. X le réserve à certaines publications, et à certains comptes. Abandonnez la modification ici.' },
    label_gone: { what: 'Le forum n’a plus l’étiquette « {{category}} ».', next: 'Rien n’a été envoyé. Retirez-la ou choisissez-en une autre pour ce compte, puis renvoyez.' },
    discord_forum: { what: 'Ce salon est un forum : ses publications ont un titre.', next: 'Rien n’a été envoyé. Vérifiez le compte, pour que Vigie le sache ; un webhook se connecte à nouveau, en cochant que son salon est un forum. Donnez ensuite un titre à la publication.' },
    discord_no_forum: { what: 'Ce salon n’est pas un forum, ou ne l’est plus.', next: 'Rien n’a été envoyé. Connectez à nouveau le webhook sans cocher que son salon est un forum.' },
    discord_tag_needed: { what: 'Le forum ne prend aucune publication sans une étiquette que ce compte peut donner.', next: 'Rien n’a été envoyé. Choisissez une étiquette ; un webhook n’en apprend aucune : connectez un bot, ou laissez le forum s’en passer.' },
    discord_tag_gone: { what: 'Le forum n’a plus l’une des étiquettes.', next: 'Rien n’a été envoyé. Revoyez les étiquettes de ce compte.' },
    discord_locked: { what: 'La publication dans le forum est fermée aux réponses.', next: 'Rouvrez-la là-bas, ou donnez au bot le droit de gérer les fils.' },
    discord_threads_right: { what: 'Le bot ne peut pas supprimer de publication dans le forum, pas même les siennes.', next: 'Elle y est toujours. Donnez au bot le droit de gérer les fils dans ce salon, ou supprimez-la là-bas.' },
    section_gone: { what: 'Le tableau n’a plus la section « {{category}} », où l’épingle doit se placer.', next: 'Rien n’a été envoyé. Retirez-la ou choisissez-en une autre pour ce compte, puis réessayez.' },
    category_gone: { what: 'Le site n’a plus la catégorie « {{category}} », dans laquelle la publication doit être rangée.', next: 'Rien n’a été envoyé. Retirez-la ou choisissez-en une autre pour ce compte, puis réessayez.' },
    tag_not_made: { what: 'Le site n’a pas créé l’étiquette « {{tag}} » : {{said}}', next: 'Rien n’a été publié. Retirez l’étiquette, choisissez-en une que le site possède, ou faites-la créer là-bas, puis réessayez.' },
    tags_not_allowed: { what: 'Le forum n’a pas d’étiquettes, ou n’en laisse pas mettre à ce compte.', next: 'Rien n’est parti. Retirez les étiquettes pour ce compte, puis réessayez.' },
    tag_unknown: { what: 'Le forum n’a pas d’étiquette « {{tag}} » et ne laisse pas ce compte en créer.', next: 'Rien n’est parti. Choisissez une étiquette qui existe, puis réessayez.' },
    title_refused: { what: 'Le forum n’a pas accepté le nouveau titre : {{said}}', next: 'Le texte y est déjà modifié, pas le titre. Choisissez un autre titre, puis modifiez-la de nouveau.' },
    no_words_there: { what: 'Le texte d’une publication avec une image, un film ou un lien ne peut pas y être changé.', next: 'Rien n’a été écrit. Abandonnez la modification ici.' },
    held_for_review: { what: 'Le forum la retient jusqu’à ce qu’un modérateur l’ait lue.', next: 'Elle peut y paraître sans Vigie. Regardez dans le forum avant de la renvoyer.' },
    page_role: { what: 'Votre rôle sur cette page ne permet pas à Vigie d’en lire les commentaires.', next: 'Une personne qui a l’accès complet à la page peut vous donner le droit de répondre aux commentaires. Reconnectez-la ensuite.' },
    duplicate: { what: 'Ce texte même est déjà sur ce compte.', next: 'Rien n’a été envoyé une seconde fois. Changez un mot, ou abandonnez-le ici.' },
    private_reply_used: { what: 'Ce commentaire a déjà reçu une réponse privée : le réseau n’en accepte qu’une.', next: 'Rien n’a été envoyé. Répondez sous le commentaire, ou dans la conversation dès que la personne aura écrit.' },
    private_reply_over: { what: 'Une réponse privée à un commentaire n’est acceptée que dans les sept jours.', next: 'Rien n’a été envoyé. Répondez sous le commentaire.' },
    window_closed: { what: 'L’autre personne a écrit il y a plus de 24 heures : le réseau n’accepte plus de réponse.', next: 'Rien n’a été envoyé. Répondez dès qu’elle aura écrit, ou dans le réseau même.' },
    messages_not_allowed: { what: 'X ne permet pas à cette connexion de lire les messages privés : {{said}}', next: 'Reconnectez le compte : la connexion demandera alors ce droit (dm.read et dm.write). Si X le refuse, choisissez d’abord « Read and write and Direct message » dans les réglages de l’application.' },
    message_refused: { what: 'X n’a pas accepté le message privé : {{said}}', next: 'Rien n’est parti. La personne n’accepte pas de messages de ce compte, ou sa connexion n’a pas le droit d’en écrire : reconnectez alors le compte, puis réessayez.' },
    no_credit: { what: 'Il ne reste plus de crédit chez X.', next: 'Rien n’a été fait. Achetez du crédit dans la console développeur de X, puis réessayez.' },
    message_too_long: { what: 'Un message privé y est plus court : 2 000 caractères sur Facebook, environ 1 000 sur Instagram.', next: 'Rien n’a été envoyé. Raccourcissez-le, puis réessayez.' },
    words_alone: { what: 'Une réponse n’y contient que des mots.', next: 'Rien n’a été envoyé. Retirez l’image, puis réessayez.' },
    answer_too_long: { what: 'Une réponse sur LinkedIn a 1 250 caractères au plus.', next: 'Rien n’a été envoyé. Raccourcissez-la, puis réessayez.' },
    flair_needed: { what: 'Cette communauté veut un flair avec chaque publication.', next: 'Mettez le nom du flair entre crochets au début du titre, par exemple [Question], puis réessayez.' },
    limits_shrank: { what: 'Le serveur accepte à présent des publications plus courtes que lorsque ce fil a été programmé, et une partie est trop longue.', next: 'Rien n’en a été envoyé. Raccourcissez cette partie dans l’éditeur, puis renvoyez le fil.' },
    not_below_ours: { what: 'Ceci ne se trouve pas sous une publication de ce compte.', next: 'Seules les réponses à vos propres publications peuvent être masquées. Abandonnez l’action ici ; mettez plutôt son auteur en sourdine, ou bloquez-le.' },
    answers_limited: { what: 'Sur Bluesky, quelqu’un a choisi qui peut répondre dans ce fil, et le fermer ou le rouvrir écraserait ce choix.', next: 'Changez qui peut répondre dans l’application de Bluesky.' },
    too_many_hidden: { what: 'Bluesky masque 300 réponses sous une publication, et ce nombre est atteint.', next: 'Réaffichez-en une d’abord, ou fermez la discussion dans l’application de Bluesky.' },
    picture_lost: { what: 'Reddit a pris l’image ou le film et ne montre pas encore la publication.', next: 'Regardez sur Reddit avant de la renvoyer.' },
    cover_needed: { what: 'Un film n’y part qu’avec une couverture, et celui-ci n’en a pas.', next: 'Choisissez sa couverture, puis renvoyez-le.' },
    author_gone: { what: 'L’auteur de ceci n’est plus indiqué.', next: 'Débloquez cette personne dans les réglages de Reddit même.' },
    trial_access: { what: 'Votre application chez Pinterest n’a qu’un accès d’essai, avec lequel rien n’est publié.', next: 'Demandez « Standard access » sur les pages de Pinterest pour développeurs, puis réessayez.' },
    one_picture: { what: 'Une réponse sur Facebook contient une seule image.', next: 'Rien n’a été envoyé. Gardez une image, puis réessayez.' },
    picture_needed: { what: 'Rien n’y est publié sans image ni vidéo.', next: 'Rien n’a été envoyé. Joignez-en une, puis réessayez.' },
    places_closed: { what: 'Meta ne laisse pas cette application chercher des lieux : il y faut « Page Public Metadata Access », qu’il donne après examen de l’application et de l’entreprise.', next: 'Le compte n’est pas en cause. Collez plutôt l’adresse ou le numéro de la Page du lieu.' },
    place_refused: { what: 'Instagram ne prend pas « {{said}} » pour lieu : sa Page n’indique pas d’adresse, ou n’existe pas.', next: 'Rien n’a été publié. Choisissez la Page d’un lieu, ou retirez-le, puis réessayez.' },
    people_refused: { what: 'Instagram n’accepte pas d’identifier quelqu’un qui apparaît : l’un de {{names}}. Il ne dit pas lequel.', next: 'Rien n’a été publié. Le nom est peut-être mal écrit, le compte privé, ou fermé aux identifications. Corrigez-le ou retirez-le, puis réessayez.' },
    people_too_many: { what: 'Plus de personnes sont identifiées dans un fichier qu’Instagram n’en prend : {{names}}.', next: 'Rien n’a été publié. Retirez-en, puis réessayez.' },
    no_picture_in_answers: { what: 'Une réponse sur Instagram ne contient que des mots.', next: 'Rien n’a été envoyé. Retirez l’image, puis réessayez.' },
    author_not_told: { what: 'Facebook ne dit pas qui a écrit ceci.', next: 'Bloquez cette personne sur Facebook même.' },
    one_video: { what: 'Une publication sur YouTube est une vidéo, une seule.', next: 'Rien n’a été envoyé. Gardez-y une vidéo, et aucune image.' },
    warning_without_words: { what: 'Un avertissement doit surmonter un texte : sans lui, il serait la publication elle-même.', next: 'Rien n’est parti. Écrivez quelques mots, ou retirez l’avertissement, puis renvoyez-la.' },
    kids_unsaid: { what: 'Personne n’a encore dit si cette vidéo est conçue pour les enfants, ce que YouTube et la loi demandent à qui la met en ligne.', next: 'Rien n’est parti. Dites-le dans la publication, et dans la série dont elle vient, puis renvoyez-la.' },
    no_files_in_comments: { what: 'Un commentaire sur YouTube ne contient que du texte.', next: 'Rien n’a été envoyé. Retirez le fichier, puis réessayez.' },
    video_unreadable: { what: 'YouTube n’a pas pu lire la vidéo.', next: 'Personne ne la voit. Exportez-la à nouveau, par exemple en MP4 avec H.264, et écrivez une nouvelle publication avec elle.' },
    video_too_long: { what: 'La vidéo est plus longue que ce que YouTube permet à cette chaîne.', next: 'Confirmez le téléphone de la chaîne sur youtube.com/verify pour dépasser quinze minutes, ou raccourcissez la vidéo.' },
    video_duplicate: { what: 'YouTube a déjà cette même vidéo et ne la montre pas deux fois.', next: 'Regardez dans YouTube Studio laquelle doit rester.' },
    video_refused: { what: 'YouTube a reçu la vidéo, puis l’a refusée.', next: 'YouTube Studio dit pourquoi : les droits d’un tiers, ou son règlement.' },
    locked_private: { what: 'YouTube garde privé ce que votre projet met en ligne, tant que Google ne l’a pas vérifié.', next: 'La copie là-bas a été retirée, rien n’y est prévu. Demandez l’audit à Google, ou publiez à la main.' },
    api_not_enabled: { what: 'Dans votre projet Google, l’API YouTube Data n’est pas activée.', next: 'Activez « YouTube Data API v3 » dans la console Google Cloud, attendez quelques minutes, puis réessayez.' },
    cover_not_allowed: { what: 'YouTube n’accepte pas encore de couverture de cette chaîne.', next: 'La vidéo est en ligne telle quelle et le reste. Confirmez le numéro de téléphone de la chaîne sur youtube.com/verify, puis réessayez ici ; ou abandonnez, et YouTube choisira l’image.' },
    cover_refused: { what: 'YouTube n’a pas accepté cette image comme couverture.', next: 'La vidéo est en ligne telle quelle et le reste. Choisissez-en une autre dans YouTube Studio, ou abandonnez celle-ci ici.' },
    playlist_gone: { what: 'La playlist n’existe plus.', next: 'La vidéo est en ligne telle quelle et le reste. Ajoutez-la à une autre dans YouTube Studio, ou abandonnez ici.' },
    playlist_full: { what: 'YouTube ne prend plus de vidéos dans cette playlist.', next: 'La vidéo est en ligne telle quelle et le reste. Faites de la place dans la playlist et réessayez, ou abandonnez ici.' },
    playlist_not_ours: { what: 'YouTube ne laisse pas cette chaîne ajouter à cette playlist.', next: 'La vidéo est en ligne telle quelle et le reste. Ajoutez-la à une autre dans YouTube Studio, ou abandonnez ici.' },
    not_for_everybody: { what: 'À son heure, YouTube publierait la vidéo pour tout le monde.', next: 'Rien n’est parti. Une vidéo que tout le monde ne doit pas voir part de cet ordinateur.' },
    upload_limit: { what: 'YouTube ne prend plus de vidéos de cette chaîne aujourd’hui.', next: 'Rien n’a été publié. Réessayez dans vingt-quatre heures.' },
    one_photo: { what: 'Une publication sur une fiche d’établissement a une photo, et pas de vidéo.', next: 'Rien n’est parti. Laissez-y une photo, puis réessayez.' },
    google_refused_post: { what: 'Google a regardé la publication et ne la montre pas : quelque chose y est contraire à ses règles (un numéro de téléphone dans le texte, souvent).', next: 'Personne ne la voit. Changez le texte ou la photo, puis renvoyez-la ; celle qui a été refusée se supprime sur business.google.com.' },
    occasion_over: { what: 'L’événement ou l’offre de cette publication est terminé.', next: 'Rien n’a été envoyé. Changez sa fin, puis publiez de nouveau.' },
    google_refused_reply: { what: 'Google a regardé la réponse et ne la montre pas : quelque chose y est contraire à ses règles.', next: 'Personne ne la voit. Changez le texte, puis renvoyez-la.' },
    google_no_quota: { what: 'Google n’a pas encore laissé entrer votre projet : il n’a droit à aucun appel (un quota de 0).', next: 'Rien n’a été fait. Demandez « Basic API Access » par le formulaire de Google, comme le dit l’assistant, et attendez la réponse par e-mail ; réessayez ensuite.' },
    google_business_off: { what: 'Dans votre projet Google, une des interfaces de la fiche d’établissement n’est pas activée.', next: 'Activez les quatre dans la console Google Cloud, comme le dit l’assistant, attendez quelques minutes, puis réessayez.' },
    one_film: { what: 'Une publication sur Dailymotion est une seule vidéo.', next: 'Rien n’est parti. Laissez-y une vidéo, et aucune image.' },
    one_draft_video: { what: 'Une publication sur TikTok est une vidéo, ou des images.', next: 'Rien n’est parti. Laissez-y une seule vidéo, ou jusqu’à 35 images, mais pas les deux.' },
    tiktok_format: { what: 'TikTok n’a pas pris la vidéo ou les images : leur format, leur taille ou leur cadence.', next: 'Rien n’en est sorti. Exportez la vidéo en MP4 avec H.264, entre 360 et 4096 pixels et de 23 à 60 images par seconde, et les images en JPEG ; puis écrivez une nouvelle publication avec elles.' },
    tiktok_domain: { what: 'TikTok ne va chercher des images que sur un domaine dont votre application a montré qu’il est à elle.', next: 'Rien n’est parti. Sur les pages de TikTok pour développeurs, sous « URL properties », vérifiez l’adresse du lieu public pour les images de ce client, puis réessayez. Ou publiez à la main.' },
    tiktok_pull: { what: 'TikTok n’a pas pu aller chercher les images au lieu public du client.', next: 'Rien n’en est sorti. Essayez le lieu dans Réglages → Lieu public pour les images, puis renvoyez la publication.' },
    tiktok_duration: { what: 'TikTok n’a pas pris la vidéo : elle est trop longue ou trop courte pour ce compte.', next: 'Rien n’en est sorti. Coupez la vidéo, puis écrivez une nouvelle publication avec elle.' },
    tiktok_banned: { what: 'TikTok ne laisse pas ce compte publier en ce moment.', next: 'Rien n’en est sorti. L’appli de TikTok dit pourquoi.' },
    tiktok_login_ended: { what: 'Le compte a retiré l’accès à l’application pendant que TikTok travaillait.', next: 'Rien n’en est sorti. Reconnectez le compte, puis renvoyez la vidéo.' },
    tiktok_cancelled: { what: 'La remise a été annulée dans TikTok.', next: 'Rien n’en est sorti. Renvoyez-la, ou abandonnez-la ici.' },
    tiktok_failed: { what: 'TikTok a reçu l’envoi, puis n’en a rien fait.', next: 'Personne n’a rien vu. Renvoyez-le plus tard, ou publiez à la main.' },
    tiktok_audience: { what: 'TikTok ne propose pas à ce compte ce qui a été choisi pour qui peut voir la publication.', next: 'Rien n’est parti. Les réglages du compte y ont changé, ou ce choix n’en a jamais fait partie : récrivez la publication et choisissez à nouveau, ou envoyez-la en brouillon.' },
    tiktok_allowance: { what: 'Les réglages du compte sur TikTok ne permettent pas ce que la publication autorise : commentaires, duos ou collages.', next: 'Rien n’est parti. Changez les réglages dans l’appli de TikTok et réessayez, ou récrivez la publication sans cela.' },
    tiktok_disclosure: { what: 'La publication est déclarée commerciale, sans dire ce qu’elle promeut.', next: 'Rien n’est parti. Récrivez-la et indiquez si elle fait la promotion de vous-même, d’un tiers, ou des deux.' },
    tiktok_partner_private: { what: 'Sur TikTok, la visibilité d’un contenu de marque ne peut pas être privée.', next: 'Rien n’est parti. Récrivez la publication et choisissez qui d’autre peut la voir.' },
    tiktok_too_long: { what: 'La vidéo est plus longue que ce que TikTok permet à ce compte.', next: 'Rien n’est parti. Coupez la vidéo, puis écrivez une nouvelle publication avec elle.' },
    tiktok_no_direct: { what: 'L’application ne peut pas publier directement : le droit video.publish lui manque, ou la connexion ne l’a pas donné.', next: 'Rien n’est parti. Reconnectez le compte en choisissant « Publier aussi directement », ou envoyez la publication en brouillon.' },
    tiktok_unaudited: { what: 'TikTok n’a pas audité votre application : par elle, seuls des comptes privés peuvent publier, pour eux-mêmes uniquement.', next: 'Rien n’est parti. Rendez le compte privé dans l’appli de TikTok et choisissez « Vous seul », envoyez la publication en brouillon, ou demandez l’audit à TikTok.' },
    tiktok_app_version: { what: 'L’appli TikTok de ce compte est trop ancienne pour cela.', next: 'Rien n’est parti. Mettez l’appli de TikTok à jour, puis réessayez.' },
    tiktok_too_many: { what: 'TikTok ne prend plus de publications de ce compte aujourd’hui.', next: 'Rien n’en est sorti. Réessayez demain, ou publiez dans l’appli de TikTok.' },
    tiktok_words: { what: 'TikTok n’a pas pris le texte de la publication : il le juge risqué.', next: 'Rien n’en est sorti. Changez le texte dans une nouvelle publication.' },
    tiktok_spam: { what: 'TikTok prend la publication pour du spam.', next: 'Rien n’en est sorti. L’appli de TikTok en dit peut-être plus ; publiez-y, ou changez la publication.' },
    already_saved: { what: 'Cette épingle est déjà sur le tableau.', next: 'Rien n’est parti. Choisissez un autre tableau, ou retirez-la d’abord là-bas si elle doit y revenir.' },
    quoted_gone: { what: 'La publication citée n’existe plus.', next: 'Rien n’est parti. Retirez-la de la publication, ou abandonnez celle-ci.' },
    quotes_closed: { what: 'Son auteur ne laisse personne citer cette publication.', next: 'Rien n’est parti. Retirez-la de la vôtre, et mettez son adresse dans le texte si vous le souhaitez.' },
    quotes_not_here: { what: 'Ce serveur Mastodon n’a pas encore de citations.', next: 'Rien n’est parti. Elles viennent avec la version 4.5 ; d’ici là, mettez l’adresse de la publication dans le texte.' },
    quote_not_public: { what: 'Moins de personnes peuvent lire la publication citée que la vôtre.', next: 'Rien n’est parti : votre publication aurait montré ses mots à toutes. Retirez-la de la publication.' },
    quote_private: { what: 'La publication citée n’est pas pour tout le monde.', next: 'Rien n’est parti : le réseau aurait aussi restreint la vôtre. Retirez-la de la publication.' },
    replies_closed: { what: 'L’auteur n’accepte pas de réponses dans ce fil.', next: 'Personne ne la verrait : rien n’est parti. Aimer reste possible.' }
  },
  wrong_credentials: {
    app_password_needed: { what: 'C’est le mot de passe du compte lui-même.', next: 'Il faut à Vigie un mot de passe d’application. Créez-en un dans les paramètres de Bluesky, sous « Confidentialité et sécurité ».' },
    no_such_handle: { what: 'Aucun compte ne porte ce pseudo.', next: 'Écrivez-le en entier, comme lea.bsky.social. Une adresse e-mail ne convient pas ici.' },
    no_bot_token: { what: 'Telegram ne connaît pas ce jeton.', next: 'Copiez-le en entier dans le message de @BotFather : des chiffres, deux-points, puis des lettres. /token le montre à nouveau.' },
    no_dailymotion_key: { what: 'Dailymotion ne connaît pas cette clé, ou il lui manque un droit.', next: 'Copiez à nouveau la clé et son secret, et vérifiez que la clé peut lire le compte et gérer les vidéos.' },
    no_discord_key: { what: 'Discord ne connaît pas cette clé.', next: 'Copiez l’adresse entière du webhook, ou réinitialisez le jeton du bot et copiez le nouveau.' }
  },
  login_refused: {
    app_passwords_disabled: { what: 'Ce site a désactivé les mots de passe d’application.', next: 'La personne qui gère le site peut les réactiver. Il leur faut aussi le https.' },
    no_browser_login: { what: 'Ce serveur n’accepte pas les logiciels comme Vigie par le navigateur.', next: 'Rien n’a été connecté. Passez plutôt par un mot de passe d’application.' },
    clock_is_off: { what: 'Pour le serveur, l’horloge de cet ordinateur n’est pas à l’heure.', next: 'Rien n’a été connecté. Réglez la date et l’heure, puis recommencez.' },
    bot_no_admin: { what: 'Le bot existe, mais ne peut pas publier dans ce canal.', next: 'Nommez-le administrateur, avec le droit de publier des messages. Vérifiez aussi le nom du canal.' },
    no_page: { what: 'Cette personne ne gère aucune page sur laquelle l’application puisse publier.', next: 'Connectez-vous comme quelqu’un qui le peut, et choisissez la page chez Facebook pendant la connexion.' },
    no_board: { what: 'Cette personne n’a aucun tableau public sur Pinterest.', next: 'Créez-en un là-bas, puis connectez-vous de nouveau.' },
    no_linkedin_page: { what: 'Cette personne ne gère aucune page LinkedIn sur laquelle l’application puisse publier.', next: 'Connectez-vous comme super administrateur ou administrateur de contenu de la page.' },
    no_channel: { what: 'Ce compte Google n’a pas de chaîne YouTube.', next: 'Rien n’a été connecté. Créez une chaîne sur youtube.com, ou choisissez un autre compte sur la page de Google.' },
    no_profile: { what: 'Ce compte Google ne gère aucune fiche d’établissement.', next: 'Rien n’a été connecté. Choisissez un autre compte sur la page de Google, ou faites ajouter celui-ci comme administrateur par le propriétaire de la fiche.' },
    profile_unverified: { what: 'Aucune des fiches d’établissement de ce compte n’est validée.', next: 'Rien n’a été connecté. Validez la fiche sur business.google.com ; reconnectez-vous ensuite.' },
    scope_missing: { what: 'Le droit demandé n’a pas été donné.', next: 'Rien n’a été connecté. Recommencez et laissez toutes les cases cochées sur la page de Google.' },
    bot_in_use: { what: 'Un autre compte dans Vigie utilise déjà ce bot.', next: 'Ce qu’on lui écrit n’arriverait qu’à l’un des deux. Créez avec @BotFather un bot propre à ce canal.' },
    no_dailymotion_channel: { what: 'La clé n’ouvre pas cette chaîne, ou elle en ouvre plusieurs.', next: 'Rien n’a été connecté. Donnez le nom d’une chaîne pour laquelle la clé a été créée.' },
    no_discord_channel: { what: 'Le bot ne voit pas ce salon.', next: 'Invitez-le sur le serveur, laissez-le voir le salon, puis copiez à nouveau le lien du salon.' }
  },
  account_in_use: {
    through_another_login: { what: 'Cette fiche est déjà connectée à ce client, par un autre compte Google.', next: 'Rien n’a changé. Pour y accéder par celui-ci, retirez-la d’abord de l’écran des comptes.' }
  },
  other_account: {
    through_another_login: { what: 'La connexion atteint {{handle}} par un autre compte Google que celui avec lequel il est connecté.', next: 'Rien n’a changé. Connectez-vous avec celui-ci, ou retirez {{handle}} ici et connectez-le de nouveau.' },
    not_the_one_named: { what: 'Le navigateur a connecté un autre compte que {{handle}}.', next: 'Rien n’a été connecté. Identifiez-vous là-bas comme {{handle}}, ou donnez ici le pseudo de l’autre compte.' }
  },
  media_host_failed: {
    unreachable: { what: 'Le lieu des images est injoignable ({{host}}).', next: 'Vérifiez son adresse et votre connexion. Rien n’a été publié.' },
    server: { what: 'Le lieu des images a un problème ({{host}}).', next: 'Vous n’y êtes pour rien. Réessayez plus tard. Rien n’a été publié.' },
    keys_refused: { what: '{{host}} n’accepte pas ces clés.', next: 'Vérifiez les deux clés, et qu’elles permettent d’écrire et de supprimer dans ce compartiment.' },
    keys_missing: { what: 'Les clés du stockage ne sont pas dans le trousseau.', next: 'Saisissez-les à nouveau dans Réglages → Lieu public pour les images.' },
    no_bucket: { what: '{{host}} ne connaît pas de compartiment de ce nom.', next: 'Vérifiez le nom du compartiment et l’adresse du stockage.' },
    wrong_region: { what: 'Le compartiment est dans une autre région que celle indiquée.', next: 'Copiez la région de la page du stockage, par exemple eu-west-3.' },
    clock_is_off: { what: 'Pour {{host}}, l’horloge de cet ordinateur est fausse.', next: 'Réglez sa date et son heure, puis réessayez.' },
    account_gone: { what: 'Le compte WordPress qui prêtait le lieu n’est plus connecté.', next: 'Connectez-le à nouveau, ou choisissez un autre lieu dans Réglages → Lieu public pour les images.' },
    account_refused: { what: 'Le site WordPress ne laisse pas Vigie entrer dans sa médiathèque.', next: 'Reconnectez le compte ; son utilisateur doit avoir le droit de téléverser des fichiers.' },
    not_public: { what: 'L’image a été déposée, mais tout le monde ne peut pas aller la chercher sur {{host}}.', next: 'Autorisez la lecture sans clé pour ce compartiment, ou corrigez l’adresse publique. Les réseaux viennent la chercher comme n’importe quel visiteur.' },
    other_content: { what: 'Qui va chercher l’image sur {{host}} reçoit autre chose.', next: 'Une page, un pare-feu ou un autre dossier se trouve à cette adresse. Corrigez l’adresse publique.' },
    not_removed: { what: 'L’image a été déposée, mais n’a pas pu être retirée.', next: 'Permettez aussi à ces clés de supprimer : Vigie n’y laisse rien traîner.' },
    refused: { what: 'Le lieu des images a refusé le fichier.', next: 'Regardez ses réglages : type de fichier, place restante, droits de ces clés.' },
    not_converted: { what: 'L’image {{fileName}} n’a pas pu être convertie en JPEG.', next: 'Remplacez-la par un JPEG, puis réessayez.' }
  },
  media_refused: {
    too_large: { what: '{{fileName}} est trop lourde pour {{host}}.', next: 'Rien n’a été publié. Réduisez l’image, puis réessayez.' }
  },
  disk_full: {
    no_room: { what: 'Il n’y a pas assez de place sur le disque pour {{fileName}}.', next: 'Il faut {{limit}} Mo. Rien n’a été ajouté. Libérez de la place, puis ajoutez-le de nouveau.' }
  },
  media_unreadable: {
    damaged: { what: '{{fileName}} est endommagé.', next: 'Les réseaux le refuseraient. Récupérez-le de nouveau, ou ouvrez-le dans un logiciel d’images et enregistrez-le de nouveau.' },
    cut_off: { what: 'La fin de {{fileName}} manque.', next: 'Sa copie ou son téléchargement a été interrompu. Récupérez-le en entier.' }
  },
  captions_unreadable: {
    empty: { what: '{{fileName}} est vide.', next: 'Rien n’a été ajouté. Copiez à nouveau les sous-titres depuis leur origine.' },
    too_large: { what: '{{fileName}} est trop volumineux pour des sous-titres.', next: 'Rien n’a été ajouté. Les fichiers sont lus jusqu’à 1 Mo : un film de dix heures en a la moitié. Choisissez le fichier des sous-titres lui-même.' },
    not_text: { what: '{{fileName}} n’est pas du texte.', next: 'Rien n’a été ajouté. Des sous-titres sont du texte dans un fichier .srt ou .vtt ; si un logiciel les a enregistrés autrement, exportez-les dans l’un de ces formats.' },
    no_cues: { what: 'Il n’y a pas de sous-titres dans {{fileName}}.', next: 'Rien n’a été ajouté. Chacun a besoin d’une ligne avec ses temps, comme 00:00:01,000 --> 00:00:04,000, et de ses mots en dessous.' },
    time_unreadable: { what: 'La ligne {{line}} de {{fileName}} a un temps illisible.', next: 'Rien n’a été ajouté. Écrivez-le sous la forme 00:00:01,000 --> 00:00:04,000, puis ajoutez à nouveau le fichier.' },
    runs_backwards: { what: 'Les temps de {{fileName}} reculent à la ligne {{line}}.', next: 'Rien n’a été ajouté. Ces mots finissent avant de commencer, ou commencent avant ceux d’au-dessus. Corrigez les temps, puis ajoutez à nouveau le fichier.' },
    beyond_film: { what: '{{fileName}} continue après la fin du film.', next: 'Rien n’a été ajouté. Ses derniers mots commencent à {{at}}, le film dure {{length}}. Il est peut-être d’un autre film, ou d’une version plus longue.' }
  },
  video_unreadable: {
    empty: { what: '{{fileName}} est vide.', next: 'Le fichier n’a aucun contenu. Copiez-le de nouveau depuis son origine.' },
    cut: { what: 'La fin de {{fileName}} manque.', next: 'Sa copie ou son téléchargement a été interrompu. Récupérez-le en entier.' },
    encrypted: { what: '{{fileName}} est protégé contre la copie.', next: 'Aucun réseau ne pourrait le lire. Demandez une version sans protection.' },
    codec: { what: 'Cette vidéo est encodée d’une façon qui ne peut pas être coupée ici.', next: 'Rien n’a été créé. Exportez-la en H.264 dans un MP4, puis réessayez.' },
    no_picture: { what: 'Il n’y a pas de vidéo dans {{fileName}}.', next: 'Il ne contient peut-être que du son. Choisissez un fichier avec une image.' },
    no_decoder: { what: 'Cet ordinateur ne sait pas lire l’encodage de {{fileName}}.', next: 'Rien n’a été créé. Exportez la vidéo en MP4 avec H.264 depuis l’appareil qui l’a filmée, ou depuis un autre ordinateur.' },
    no_encoder: { what: 'Cet ordinateur ne sait pas encoder {{fileName}} en H.264.', next: 'Rien n’a été créé. Exportez la vidéo en MP4 avec H.264 depuis un logiciel vidéo.' },
    changed: { what: '{{fileName}} a changé pendant son ajout.', next: 'Rien n’a été ajouté. Attendez qu’il soit terminé, puis ajoutez-le de nouveau.' }
  },
  nothing_to_publish: {
    out_already: { what: 'Cette publication est déjà sortie, sur tous ses comptes.', next: 'Dupliquez-la pour publier son texte une nouvelle fois.' }
  },
  post_not_editable: {
    looked_for: { what: 'Une partie est peut-être déjà arrivée.', next: 'Vigie regarde d’abord sur le réseau. Si elle n’y est pas, elle est reprise d’elle-même ; elle n’est jamais renvoyée.' },
    being_deleted: { what: 'Elle est en cours de suppression sur l’un de ses comptes.', next: 'Rien de plus n’y part entre-temps. Une fois la suppression faite, ou abandonnée dans la boîte d’envoi, réessayez.' },
    file_came_late: { what: '« {{fileName}} » est arrivé trop tard : la publication a été modifiée ailleurs ou a reçu son heure entre-temps.', next: 'Le fichier est dans la médiathèque, d’où vous pouvez l’ajouter.' }
  },
  post_has_problems: {
    occasion_over: { what: 'L’événement ou l’offre de cette publication sera terminé à cette heure.', next: 'Rien n’a été programmé ni déplacé. Choisissez une heure plus tôt, ou changez sa fin.' },
    occasion_over_in_series: { what: 'La publication se répéterait encore après la fin de son événement ou de son offre.', next: 'Rien n’a été programmé. Arrêtez la répétition d’ici là, ou changez sa fin.' },
    too_many_files: { what: '« {{fileName}} » n’est pas dans la publication : elle contient {{limit}} fichiers au plus.', next: 'Le fichier est dans la médiathèque. Retirez-en un autre, ou faites-en un fil.' }
  },
  query_unreadable: {
    unclosed_quote: { what: 'Le guillemet en position {{position}} n’est pas refermé.', next: 'Ajoutez-en un à la fin de l’expression.' },
    unclosed_parenthesis: { what: 'La parenthèse en position {{position}} n’est pas refermée.', next: 'Ajoutez une ) là où elle finit.' },
    unexpected_parenthesis: { what: 'La ) en position {{position}} ne referme rien.', next: 'Enlevez-la, ou ajoutez une ( avant elle.' },
    term_missing: { what: 'Il manque un mot en position {{position}}.', next: 'ET, OU, SAUF et les parenthèses veulent un mot à leur côté.' },
    no_letters: { what: 'Il n’y a rien à chercher en position {{position}}.', next: 'Écrivez-y un mot ou un nombre, ou enlevez ce signe.' },
    star_inside: { what: 'L’astérisque en position {{position}} est à l’intérieur d’un mot.', next: 'Mettez-le à la fin du début cherché : librair*.' }
  }
}
