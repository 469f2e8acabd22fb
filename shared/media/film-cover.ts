/** Longest side and weight of a cover as it is sent: what every network takes. Of larger pictures a smaller copy is made; the picture itself stays as it is. */
export const coverSide = 1920
export const coverBytes = 2_000_000
