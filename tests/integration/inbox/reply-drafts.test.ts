import { describe, expect, it } from 'vitest'
import { incoming, startAt, startInboxRig, type InboxRig } from './inbox-rig.ts'

const replyId = '11111111-1111-4111-8111-111111111111'

async function rigWithQuestion(): Promise<{ rig: InboxRig; conversationId: string }> {
  const rig = await startInboxRig()
  await rig.arrive([incoming({ remoteId: 'q1', conversationRemoteId: 'root', authorHandle: '@lea', createdAt: startAt - 60_000 })])
  const { conversations } = await rig.ask('inbox.page', { view: 'open', kind: null, accountId: null, before: null, limit: 10 })
  return { rig, conversationId: conversations[0]!.id }
}

describe('drafts', () => {
  it('are kept for each conversation until they are sent or emptied', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    await rig.ask('inbox.saveReplyDraft', { conversationId, text: 'Bonj' })
    await rig.ask('inbox.saveReplyDraft', { conversationId, text: 'Bonjour Hugo' })
    expect((await rig.ask('inbox.read', { conversationId })).replyDraft).toBe('Bonjour Hugo')
    await rig.ask('inbox.saveReplyDraft', { conversationId, text: '' })
    expect((await rig.ask('inbox.read', { conversationId })).replyDraft).toBe('')
  })

  it('never cover a reply that was given back and that the field has not seen', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    const save = (text: string, known: readonly string[]) => rig.ask('inbox.saveReplyDraft', { conversationId, text, known: [...known] })
    const stored = async () => (await rig.ask('inbox.read', { conversationId })).replyDraft
    await save('Merci !', [''])
    await save('Au fait', [''])
    expect(await stored()).toBe('Merci !\n\nAu fait')
    await save('Au fait, Léa', ['', 'Au fait'])
    expect(await stored()).toBe('Merci !\n\nAu fait, Léa')
    await save('Seulement cela', ['', 'Au fait, Léa', 'Merci !\n\nAu fait, Léa'])
    expect(await stored()).toBe('Seulement cela')
    await save('', ['Seulement cela'])
    expect(await stored()).toBe('')
  })

  it('mark their conversation in the list from the first letter to the last, and blanks are none', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    const isMarked = async () => (await rig.ask('inbox.page', { view: 'all', kind: null, accountId: null, before: null, limit: 10 })).conversations.find(({ id }) => id === conversationId)?.hasDraft
    expect(await isMarked()).toBe(false)
    await rig.ask('inbox.saveReplyDraft', { conversationId, text: 'Bonj' })
    expect(await isMarked()).toBe(true)
    await rig.ask('inbox.saveReplyDraft', { conversationId, text: ' \n ' })
    expect(await isMarked()).toBe(false)
    await rig.ask('inbox.saveReplyDraft', { conversationId, text: 'Bonjour' })
    await rig.ask('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour' })
    expect(await isMarked()).toBe(false)
  })
})
