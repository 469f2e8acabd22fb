import type { Catalogue } from '../catalogue.ts'
import type { brand as english } from '../en/brand.ts'

export const brand: Catalogue<typeof english> = {
  title: 'Charte',
  text: 'Les couleurs, la police et le logo de {{client}}, à portée de main partout où l’on retouche ses images.',
  colours: 'Couleurs',
  coloursHint: 'Par leurs codes, douze au plus : #004466, #ffcc00',
  wrongColour: '« {{code}} » n’est pas un code de couleur comme #004466',
  tooMany: 'Douze au plus',
  font: 'Police',
  fontHere: 'Sur cet ordinateur :',
  fontSample: 'Ouvert tous les jours sauf lundi',
  fontMissing: 'Cet ordinateur n’a pas cette police : celle du studio la remplace.',
  logo: 'Logo',
  logoHint: 'Une image de la médiathèque ; de préférence un PNG sans fond.',
  logoOf: 'Logo de {{client}}',
  choose: 'Choisir dans la médiathèque…',
  take: 'En faire le logo',
  noLogo: 'Aucun pour le moment',
  forget: 'Ne plus en mettre',
  save: 'Enregistrer la charte',
  saved: 'La charte de {{client}} est enregistrée'
}
