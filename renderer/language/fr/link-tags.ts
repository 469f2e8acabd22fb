import type { Catalogue } from '../catalogue.ts'
import type { linkTags as english } from '../en/link-tags.ts'

export const linkTags: Catalogue<typeof english> = {
  open: 'Ajouter des balises UTM au lien',
  openField: 'Ajouter des balises UTM à ce lien',
  noLink: 'Ajouter des balises UTM : le texte n’a pas encore de lien',
  title: 'Balises UTM du lien',
  tag: { source: 'Source', medium: 'Support', campaign: 'Campagne', content: 'Contenu' },
  ofNetwork: '{{word}} devient le nom de chaque réseau. Ce que montrent les aperçus est ce qui part.',
  final: 'Adresse finale',
  apply: 'Mettre dans le lien',
  remove: 'Retirer les balises',
  settings: {
    title: 'Liens et statistiques',
    text: 'Ce que les liens de {{client}} disent de l’endroit du clic, quand vous y ajoutez des balises UTM. Les liens déjà écrits restent tels quels.',
    campaignHint: 'Laissez vide pour en nommer une à chaque lien',
    sources: 'Autres noms de réseaux',
    sourcesHint: 'Un par ligne, là où vos statistiques emploient un autre nom : x = twitter',
    sourcesWrong: 'Une ligne est un réseau, un signe égal et son nom. Réseaux : {{names}}',
    save: 'Enregistrer les réglages des liens',
    saved: 'Les liens de {{client}} le disent désormais'
  }
}
