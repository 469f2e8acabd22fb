import { describe, expect, it } from 'vitest'
import { nameVersion } from '../../../electron/engine/media/name-version.ts'

const jpeg = { mediaType: 'image/jpeg', width: 1080, height: 1350 } as const

describe('the name of a picture that was made of another one', () => {
  it('tells its size', () => {
    expect(nameVersion('harbour.jpg', jpeg, ['harbour.jpg'])).toBe('harbour-1080x1350.jpg')
    expect(nameVersion('Harbour.JPEG', jpeg, [])).toBe('Harbour-1080x1350.JPEG')
  })
  it('has the ending of what it became', () => {
    expect(nameVersion('harbour.png', jpeg, [])).toBe('harbour-1080x1350.jpg')
    expect(nameVersion('my.photo', jpeg, [])).toBe('my-1080x1350.jpg')
    expect(nameVersion('image', { ...jpeg, mediaType: 'image/webp' }, [])).toBe('image-1080x1350.webp')
  })
  it('is nobody else’s', () => {
    expect(nameVersion('harbour.jpg', jpeg, ['harbour-1080x1350.jpg'])).toBe('harbour-1080x1350-2.jpg')
    expect(nameVersion('harbour.jpg', jpeg, ['harbour-1080x1350.jpg', 'harbour-1080x1350-2.jpg'])).toBe('harbour-1080x1350-3.jpg')
  })
  it('takes the place of the size that the other one had', () => {
    expect(nameVersion('harbour-800x600.jpg', jpeg, [])).toBe('harbour-1080x1350.jpg')
    expect(nameVersion('harbour-800x600-2.jpg', jpeg, [])).toBe('harbour-1080x1350.jpg')
    expect(nameVersion('800x600.jpg', jpeg, [])).toBe('800x600-1080x1350.jpg')
  })
})
