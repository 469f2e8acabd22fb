/** The shapes that networks show, width by height. */
export const cropRatios = { square: 1, portrait: 4 / 5, story: 9 / 16, wide: 16 / 9, link: 1.91, photo: 3 / 2 } as const
export type CropRatio = keyof typeof cropRatios
/** `whole`: nothing is cut off; `free`: any shape. */
export const cropShapes = ['whole', 'free', 'square', 'portrait', 'story', 'wide', 'link', 'photo'] as const
export type CropShape = (typeof cropShapes)[number]

export function ratioOf(shape: CropShape): number | null {
  return shape === 'whole' || shape === 'free' ? null : cropRatios[shape]
}

/** Which shape a crop has; `size` is of the picture that it is cut out of. */
export function shapeOf(crop: { readonly width: number; readonly height: number } | null, size: { readonly width: number; readonly height: number }): CropShape {
  if (crop === null) return 'whole'
  const ratio = (crop.width * size.width) / (crop.height * size.height)
  return cropShapes.find((shape) => Math.abs((ratioOf(shape) ?? 0) - ratio) < 0.01) ?? 'free'
}
