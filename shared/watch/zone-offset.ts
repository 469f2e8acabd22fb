/** Names that feeds use, in minutes east of Greenwich. RFC 822 knows the American ones; the rest is met in the wild. */
const named: Readonly<Record<string, number>> = {
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540, akdt: -480, hst: -600, ast: -240, adt: -180, nst: -210, ndt: -150,
  bst: 60, wet: 0, west: 60, cet: 60, cest: 120, met: 60, mest: 120, mez: 60, mesz: 120, eet: 120, eest: 180, msk: 180, ist: 330, jst: 540, kst: 540, aest: 600, aedt: 660, nzst: 720, nzdt: 780
}

/** `+0200`, `-05:30`, `GMT+2`, `CEST`; unknown names count as UTC. In lower case. */
export function zoneOffsetMinutes(zone: string): number {
  const [, sign, hours, minutes] = /([+-])\s*(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  if (sign === undefined) return named[zone.trim()] ?? 0
  const offset = Number(hours) * 60 + Number(minutes ?? 0)
  return sign === '-' ? -offset : offset
}
