/**
 * Endings by which a word such as `exemple.fr` is taken for an address although it has no `https://`. Kept short on purpose: the ending of a
 * file name (`.md`, `.js`, `.py`, `.sh`, `.rs`, `.zip`, `.mov`) is not in it, since a wrong link in a client's post is worse than a missing one.
 */
export const commonTopLevelDomains: ReadonlySet<string> = new Set(
  (
    'com net org info biz eu edu gov int name pro ' +
    'fr be ch ca lu mc de at uk ie us es it pt nl se no dk fi pl cz gr ro hu au nz jp br mx in za ma tn sn ci ' +
    'io co app dev blog shop store social online site website space tech cloud media news live studio agency art design photo photos ' +
    'email events fun club life love world today team work jobs academy school university school health care coffee restaurant bio ' +
    'paris bzh alsace corsica quebec brussels london berlin green eco foundation ong ngo tv fm xyz'
  ).split(' ')
)
