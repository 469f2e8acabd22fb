import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'
import { fontNameSchema, hexColourSchema } from '../media/picture-marks.ts'

export const maxBrandColours = 12

/** The letters that come with the studio. */
export const studioFont = 'Figtree Variable'

/** How the client looks: what is put on its pictures. */
export const brandSchema = z.object({
  colours: z.array(hexColourSchema).max(maxBrandColours),
  font: fontNameSchema,
  /** A picture of the library. */
  logoId: idSchema.nullable()
})
export type Brand = z.infer<typeof brandSchema>

export const defaultBrand: Brand = { colours: [], font: studioFont, logoId: null }
