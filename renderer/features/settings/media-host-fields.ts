import type { MediaHost } from '../../../shared/media-host/media-host.ts'

export type Kind = 'none' | MediaHost['kind']

export interface StorageFields {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly publicUrl: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export const emptyStorage: StorageFields = { endpoint: '', region: '', bucket: '', publicUrl: '', accessKeyId: '', secretAccessKey: '' }

export function storageOf(host: MediaHost | null): StorageFields {
  if (host?.kind !== 's3') return emptyStorage
  const { endpoint, region, bucket, publicUrl } = host
  return { ...emptyStorage, endpoint, region, bucket, publicUrl }
}

/** null: nothing is chosen yet. */
export function hostOf(kind: Kind, siteId: string | null, { endpoint, region, bucket, publicUrl }: StorageFields): MediaHost | null {
  switch (kind) {
    case 'none':
      return null
    case 'wordpress':
      return siteId === null ? null : { kind, accountId: siteId }
    case 's3':
      return { kind, endpoint: endpoint.trim(), region: region.trim(), bucket: bucket.trim(), publicUrl: publicUrl.trim() }
  }
}

/** Whether everything stands there that has to. Both keys or none, where some lie in the keychain. */
export function isFilled(host: MediaHost, { accessKeyId, secretAccessKey }: StorageFields, hasKeys: boolean): boolean {
  if (host.kind === 'wordpress') return true
  const keys = [accessKeyId, secretAccessKey].filter((key) => key.trim() !== '').length
  return [host.endpoint, host.region, host.bucket].every((field) => field !== '') && (keys === 2 || (keys === 0 && hasKeys))
}
