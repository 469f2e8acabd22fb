/** How pictures of the library are named while they are dragged. */
const kind = 'application/x-vigie-pictures'

export function carryPictures(transfer: DataTransfer, mediaIds: readonly string[]): void {
  transfer.setData(kind, JSON.stringify(mediaIds))
  transfer.effectAllowed = 'copy'
}

export function carriesPictures(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes(kind) ?? false
}

/** The ids of what was dropped; none when it was something else. */
export function takePictures(transfer: DataTransfer | null): readonly string[] {
  if (transfer === null || !carriesPictures(transfer)) return []
  const ids: unknown = JSON.parse(transfer.getData(kind))
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}
