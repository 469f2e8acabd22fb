/**
 * Short French names by Unicode's number, where the name in Unicode's French list is long, or stands for something nobody means (there « cœur » is the
 * organ and « lion » the sign of the zodiac). Without accents.
 */
export const frenchCodes: Readonly<Record<string, readonly string[]>> = {
  '2764': ['coeur'],
  '1F389': ['fete'],
  '1F384': ['noel'],
  '1F44D': ['pouce'],
  '1F602': ['rire', 'mdr'],
  '1F60A': ['sourire'],
  '1F609': ['clin_d_oeil'],
  '1F981': ['lion'],
  '1F64F': ['merci']
}
