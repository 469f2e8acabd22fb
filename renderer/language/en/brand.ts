/** How a client looks. */
export const brand = {
  title: 'Look',
  text: 'The colours, letters and logo of {{client}}, at hand wherever its pictures are edited.',
  colours: 'Colours',
  coloursHint: 'As codes, twelve at most: #004466, #ffcc00',
  wrongColour: '“{{code}}” is no colour code such as #004466',
  tooMany: 'Twelve at most',
  font: 'Letters',
  fontHere: 'As on this computer:',
  fontSample: 'Open every day but Monday',
  fontMissing: 'This computer has no such letters: the studio’s own are used.',
  logo: 'Logo',
  logoHint: 'A picture of the library; best a PNG with nothing behind it.',
  logoOf: 'Logo of {{client}}',
  choose: 'Choose in the library…',
  take: 'Use as the logo',
  noLogo: 'None yet',
  forget: 'Use none',
  save: 'Save the look',
  saved: 'The look of {{client}} is saved'
}
