import type { Catalogue } from '../catalogue.ts'
import type { variants as english } from '../en/variants.ts'

export const variants: Catalogue<typeof english> = {
  mark: 'À part : {{things}}.',
  thing: { text: 'texte', title: 'titre', media: 'images' },
  own: 'Ce compte a son texte à part.',
  follows: 'Ce compte reçoit le texte commun.',
  baseChanged: 'Le texte commun a changé depuis.',
  writeOwn: 'Écrire un texte à part',
  followBase: 'Revenir au texte commun',
  difference: 'Ce qui diffère',
  differenceLabel: 'Ce qui diffère du texte commun',
  compared: 'Son texte à part :',
  onlyBase: 'seulement dans le texte commun',
  onlyOwn: 'seulement dans le sien',
  title: { label: 'Titre pour {{name}}', common: 'Ce compte reçoit le titre commun. Ce qui est écrit ici n’est que pour lui.', own: 'Ce titre ne part que vers {{name}}', follow: 'Revenir au titre commun' },
  since: 'Le texte commun depuis lors :',
  keep: 'Garder son texte tel quel',
  words: 'Mots ajoutés : {{added}}, retirés : {{removed}}',
  sameWords: 'Il dit la même chose.',
  sameButSigns: 'Les mêmes mots : seuls des signes ou des sauts de ligne diffèrent.',
  gaveUp: { text: '{{name}} suit de nouveau le texte commun', title: '{{name}} reçoit de nouveau le titre commun', media: '{{name}} reçoit de nouveau les images communes' },
  willComeBack: { text: 'le texte à part de {{name}} revient', title: 'le titre à part de {{name}} revient', media: 'les images à part de {{name}} reviennent' },
  cameBack: { text: 'Le texte à part de {{name}} est revenu', title: 'Le titre à part de {{name}} est revenu', media: 'Les images à part de {{name}} sont revenues' }
}
