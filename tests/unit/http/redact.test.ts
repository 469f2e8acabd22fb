import { describe, expect, it } from 'vitest'
import { redactAddress, redactText } from '../../../electron/engine/http/redact.ts'

const botToken = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const webhookToken = '3d89bb7572e0fb30d8128367b3b1b44fecd1726de135cbe28a41f8b2f777c372ba2939e72279b94526ff5d1bd4358d65cf11'

describe('secrets that are part of a path', () => {
  it.each([
    ['a bot of Telegram', `https://api.telegram.org/bot${botToken}/sendMessage`, 'https://api.telegram.org/bot[hidden]/sendMessage'],
    ['a file of a bot', `https://api.telegram.org/file/bot${botToken}/photos/1.jpg`, 'https://api.telegram.org/file/bot[hidden]/photos/1.jpg'],
    ['a webhook of Discord', `https://discord.com/api/v10/webhooks/1180000000000000000/${webhookToken}/messages/7`, 'https://discord.com/api/v10/webhooks/1180000000000000000/[hidden]/messages/7'],
    ['a short one', 'https://discord.com/api/webhooks/118/abcdef', 'https://discord.com/api/webhooks/118/[hidden]']
  ])('%s', (_, address, shown) => {
    expect(redactAddress(address)).toBe(shown)
    expect(redactText(`POST ${address} failed`)).toBe(`POST ${shown} failed`)
  })

  it('hides a bot token wherever it stands', () => {
    expect(redactText(`token is ${botToken}, told by "${botToken}"`)).not.toContain('AAHdqTcv')
  })

  it('leaves times and plain numbers alone', () => {
    expect(redactText('at 12:30:45 on port 28347: no answer')).toBe('at 12:30:45 on port 28347: no answer')
  })
})
