import type { Catalogue } from '../catalogue.ts'
import type { mediaHost as english } from '../en/media-host.ts'

export const mediaHost: Catalogue<typeof english> = {
  title: 'Lieu public pour les images',
  text: 'Instagram et Threads vont chercher les images eux-mêmes, à une adresse que tout le monde peut ouvrir. Choisissez où Vigie les dépose pour {{client}} ; elle retire chacune dès que le réseau l’a.',
  kind: 'Lieu',
  none: 'Aucun : les publications avec images y vont à la main',
  wordpress: 'La médiathèque d’un site WordPress',
  wordpressHint: 'D’un compte connecté ici.',
  noWordpress: 'Connectez d’abord le site WordPress du client.',
  s3: 'Un stockage qui parle S3',
  s3Hint: 'Amazon S3, Cloudflare R2, Scaleway, OVHcloud, MinIO et d’autres.',
  site: 'Site',
  endpoint: 'Adresse du stockage',
  endpointHint: 'Sans le compartiment, par exemple https://s3.eu-west-3.amazonaws.com',
  bucket: 'Compartiment (bucket)',
  region: 'Région',
  regionHint: 'Par exemple eu-west-3 ; « auto » chez Cloudflare.',
  publicUrl: 'Adresse publique du compartiment',
  publicUrlHint: 'Seulement si elle diffère : Vigie y ajoute le nom du fichier.',
  accessKeyId: 'Clé d’accès',
  secretAccessKey: 'Clé secrète',
  keysHint: 'Les deux vont dans le trousseau de cet ordinateur. Elles doivent permettre d’écrire et de supprimer dans ce seul compartiment.',
  keysKept: 'Vides : les clés du trousseau restent.',
  save: 'Essayer et garder',
  saved: 'Le lieu fonctionne, il est gardé',
  try: 'Essayer',
  tried: 'Tout marche : une petite image y a été déposée, lue, puis retirée',
  remove: 'Ne plus utiliser de lieu',
  removed: 'Plus aucun lieu n’est utilisé ; ses clés sont supprimées',
  lying_one: '{{count}} fichier s’y trouve encore. Vigie essaie chaque jour de le retirer.',
  lying_other: '{{count}} fichiers s’y trouvent encore. Vigie essaie chaque jour de les retirer.'
}
