/** Stands in lists for a video of which no picture could be made (a player of ours cannot show it): dark, with the sign for playing. A PNG of 64 by 64. */
export const blankFilm: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAQMAAACQp+OdAAAABlBMVEUqJiLPyL7y4zA+AAAAR0lEQVR42tXRuw0AIAhFUUZnNEdhBEoLw7O6FjCBVCfk+SGY/VkOFkhwQAGRVgDSIi09OAiwR8f7qTNujv56jR/mmMI/28MF7Vsoj5I2+PMAAAAASUVORK5CYII=',
  'base64'
)

/** Its SHA-256, written down so that no start has to work it out. */
export const blankFilmName = '41915c8d8d6339c048cd9e8c6319fe2030420423aa72c4e14eb53475d0e18771'
