import { z } from 'zod'
import { succeed, type Result } from '../../../shared/contract/result.ts'
import { parseJson } from '../http/parse-json.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import { mediaHostReferenceOf } from './media-host-service.ts'
import type { SigningKeys } from './sign-v4.ts'

const keysSchema = z.object({ accessKeyId: z.string().min(1), secretAccessKey: z.string().min(1) })

export async function readHostKeys(secrets: EngineSecrets, workspaceId: string): Promise<Result<SigningKeys | null>> {
  const stored = await secrets.get(mediaHostReferenceOf(workspaceId))
  if (!stored.ok || stored.value === null) return stored.ok ? succeed(null) : stored
  return succeed(keysSchema.safeParse(parseJson(stored.value)).data ?? null)
}
