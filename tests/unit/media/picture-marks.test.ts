import { describe, expect, it } from 'vitest'
import { contrastOf, contrastOn, rgbOf } from '../../../shared/media/colour-contrast.ts'
import { boxAt, logoSize, marginOf, markPlaces } from '../../../shared/media/picture-marks.ts'
import { madeSize, pictureRecipeSchema, plainRecipe } from '../../../shared/media/picture-recipe.ts'
import { isCovered, safeAreasFor } from '../../../shared/media/safe-areas.ts'
import { readColours } from '../../../renderer/features/brand/read-colours.ts'
import { layOutText } from '../../../renderer/features/pictures/lay-out-text.ts'

const whole = { width: 1000, height: 800 }

describe('where something stands on a picture', () => {
  it('is within the margins, and never beyond the edge however large it is', () => {
    for (const place of markPlaces) {
      const { left, top } = boxAt(place, { width: 300, height: 100 }, whole)
      expect([left >= 36 && left + 300 <= 964, top >= 36 && top + 100 <= 764]).toEqual([true, true])
      expect(boxAt(place, { width: 2000, height: 900 }, whole)).toMatchObject({ left: 0, top: 0 })
    }
    expect(boxAt('middle', { width: 300, height: 100 }, whole)).toEqual({ left: 350, top: 350, width: 300, height: 100 })
  })
  it('a logo keeps its shape and stays within the margins', () => {
    expect(logoSize({ width: 200, height: 100 }, 0.5, whole)).toEqual({ width: 400, height: 200 })
    const wide = { width: 300, height: 4000 }
    expect(logoSize({ width: 1000, height: 10 }, 0.95, wide)).toEqual({ width: 300 - 2 * marginOf(wide), height: 3 })
  })
})

describe('words on a picture', () => {
  const text = { words: '', place: 'bottom', size: 0.1, font: 'Georgia', colour: '#ffffff', background: null } as const
  /** Each letter ten px wide. */
  const measure = () => (words: string) => words.length * 10
  const lines = (words: string, width: number) => layOutText({ ...text, words }, { width, height: 400 }, measure).lines

  it('are broken between words, at written ends of lines, and inside a word that is longer than a line', () => {
    expect(lines('Open all winter', 1000)).toEqual(['Open all winter'])
    expect(lines('Open all winter', 126)).toEqual(['Open all', 'winter'])
    expect(lines('de 10\u00a0h à 18\u00a0h', 96)).toEqual(['de 10\u00a0h', 'à 18\u00a0h'])
    expect(lines('Open\n\nall', 1000)).toEqual(['Open', '', 'all'])
    expect(lines('Donaudampfschifffahrt ja', 126)).toEqual(['Donaudampfs', 'chifffahrt', 'ja'])
    expect(lines('Donaudampfschifffahrten ja', 126)).toEqual(['Donaudampfs', 'chifffahrte', 'n ja'])
  })
  it('are never wider than the picture, whatever is written', () => {
    for (const words of ['x'.repeat(300), 'a b '.repeat(75), '👩‍👩‍👧'.repeat(20), '\n'.repeat(50)]) {
      for (const width of [20, 100, 5000]) expect(layOutText({ ...text, words, background: '#000000' }, { width, height: 50 }, measure).width).toBeLessThanOrEqual(width)
    }
  })
})

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrastOf(rgbOf('#000000'), rgbOf('#ffffff'))).toBeCloseTo(21)
    expect(contrastOf(rgbOf('#777777'), rgbOf('#ffffff'))).toBeCloseTo(4.48, 2)
  })
  it('is that of the worst tenth of what lies behind', () => {
    const pixels = (white: number) => Uint8ClampedArray.from(Array.from({ length: 100 }, (_, at) => (at < white ? [255, 255, 255, 255] : [0, 0, 0, 255])).flat())
    expect(contrastOn(pixels(5), rgbOf('#ffffff'))).toBeCloseTo(21)
    expect(contrastOn(pixels(15), rgbOf('#ffffff'))).toBeCloseTo(1)
  })
})

describe('what networks lie over', () => {
  it('is known of a story, and of nothing that has another shape', () => {
    const story = { width: 1080, height: 1920 }
    const names = (box: { left: number; top: number; width: number; height: number }) => safeAreasFor(story).filter(({ covered }) => isCovered(box, story, covered)).map(({ name }) => name)
    expect(names({ left: 100, top: 800, width: 800, height: 200 })).toEqual([])
    expect(names({ left: 100, top: 100, width: 800, height: 200 })).toEqual(['story', 'reel'])
    expect(names({ left: 100, top: 1300, width: 800, height: 200 })).toEqual(['reel'])
    expect(safeAreasFor({ width: 1500, height: 1000 })).toEqual([])
  })
  it('is what the grid of a profile cuts off a 4:5 picture: a thirty-second on each side', () => {
    const [grid] = safeAreasFor({ width: 1080, height: 1350 })
    expect(grid?.name).toBe('grid')
    expect(grid?.covered.left).toBeCloseTo(1 / 32)
  })
})

describe('recipes', () => {
  it('of before words and logos are read', () => {
    const { text: _text, logo: _logo, ...old } = plainRecipe
    expect(pictureRecipeSchema.parse(old)).toEqual(plainRecipe)
  })
  it('tell how large the picture becomes', () => {
    expect(madeSize({ width: 400, height: 200 }, { ...plainRecipe, turns: 1, crop: { x: 0, y: 0, width: 1, height: 0.5 }, maxSide: 100 })).toEqual({ width: 100, height: 100 })
  })
})

describe('colours that somebody wrote', () => {
  it.each([
    ['#004466, #FFCC00', ['#004466', '#ffcc00'], null],
    ['046 ffcc00;#046', ['#004466', '#ffcc00'], null],
    ['', [], null],
    ['#0044', [], '#0044'],
    ['red', [], 'red']
  ] as const)('%s', (written, colours, wrong) => expect(readColours(written)).toEqual({ colours, wrong }))
})
