import { describe, expect, test } from 'vitest'
import { describesDelay, opensForm } from '../support/filing.js'
import { stories } from '../support/story.js'

describe('nothing typed is lost (house rule 8)', () => {
  const start = stories('socket')

  test('a closed form is offered again, with everything in it', async () => {
    const { person } = await start()
    const camille = person('camille')
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    await camille.attaches('Attachments', camille.upload('kept.log', 'text/plain', 'one line'))
    await camille.closes()
    expect(camille.modals()).toEqual([])

    await camille.types('#team-hikari', '/case new')
    await camille.seesModal(/«Mail from outside arrives hours late» · Acme/)
    await camille.presses('Go on with it')
    await camille.seesModal('Messages from outside wait for hours.')
    await camille.seesModal('kept.log')
    expect(await camille.submits()).toEqual({ ok: true })
    await camille.sees(/is filed for Acme/)
  })

  test('the message shortcut fills the first long question and offers the files', async () => {
    const { person, workspace, bot } = await start()
    const camille = person('camille')
    const file = camille.upload('trace.txt', 'text/plain', 'trace')
    await workspace.act(camille.id, { do: 'say', channel: 'C0DEMOHIKARI', text: 'Mail to acme waits since 9 o’clock', fileIds: [file.id] })
    const message = await camille.sees('Mail to acme waits')
    expect(await workspace.act(camille.id, { do: 'message_shortcut', channel: message.channel, ts: message.ts, callbackId: 'file_case_from_message' })).toEqual({ ok: true })
    await camille.seesModal('"text":"Severity"')
    await camille.seesModal('trace.txt')
    await camille.chooses('Customer', 'Acme', 'acme').catch(async () => camille.chooses('Customer', (await camille.finds('Customer', 'acme'))[0]!.text, 'acme'))
    await camille.seesModal('"text":"Product type"')
    await camille.chooses('Product type', 'Google Workspace')
    await camille.fills('Title', 'Mail waits')
    await camille.chooses('Category', 'Messages arrive late', 'late')
    await camille.seesModal('Mail to acme waits since 9 o’clock')
    await camille.fills('When did it start?', 'At 9')
    await camille.chooses('How many users are affected?', 'One user')
    expect(await camille.submits()).toEqual({ ok: true })
    await camille.sees(/is filed for Acme/)
    await bot.drain()
    // The author is not told unless the box was ticked: no surprise posts.
    expect(camille.reads('#team-hikari').filter((each) => each.threadTs === message.ts && each.ts !== message.ts)).toEqual([])
    expect(await bot.store.db.attachment.count({ where: { name: 'trace.txt' } })).toBe(1)
  })
})
