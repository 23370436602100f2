import { describe, expect, test } from 'vitest'
import { describesDelay, opensForm } from '../support/filing.js'
import type { PlayedPerson } from '../support/person.js'
import { stories, type Mode, type Story } from '../support/story.js'

const stack = /\bat \S+ \(?(file:|\/|node:)|node_modules|PrismaClient/

/** What the person sees, all of it. */
function screenOf({ workspace }: Story, person: PlayedPerson): string {
  return JSON.stringify(workspace.stateOf(person.id))
}

function blockOf(person: PlayedPerson, label: string): { blockId: string; actionId: string } {
  const blocks = person.modal().view.blocks as unknown as { block_id: string; label?: { text: string }; element?: { action_id: string } }[]
  const block = blocks.find((each) => each.label?.text === label)!
  return { blockId: block.block_id, actionId: block.element!.action_id }
}

describe.each<Mode>(['socket', 'http'])('bad input gets words, never a stack trace (%s)', (mode) => {
  const start = stories(mode)

  test('an answer of 3,001 characters', async () => {
    const story = await start()
    const camille = story.person('camille')
    const before = await story.bot.store.db.case.count()
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    const { blockId, actionId } = blockOf(camille, 'What happens?')
    const result = await camille.forges({ [blockId]: { [actionId]: { type: 'plain_text_input', value: 'x'.repeat(3001) } } })
    expect(result).toEqual({ ok: true, errors: { [blockId]: expect.stringMatching(/3,001 characters long; at most 3,000 fit/) as unknown } })
    expect(await story.bot.store.db.case.count()).toBe(before)
    expect(screenOf(story, camille)).not.toMatch(stack)
  })

  test('a category that no longer exists', async () => {
    const story = await start()
    const camille = story.person('camille')
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    await story.bot.store.db.category.update({ where: { id: 'gmail-delivery-delayed' }, data: { active: false } })
    const result = await camille.submits()
    expect(result).toEqual({ ok: true, errors: { [blockOf(camille, 'Category').blockId]: expect.stringMatching(/not in use any more/) as unknown } })
  })

  test('an oversized file', async () => {
    const story = await start()
    const camille = story.person('camille')
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    const file = story.workspace.upload(camille.id, 'huge.log', 'text/plain', new Uint8Array(10 * 1024 * 1024 + 1))
    await camille.attaches('Attachments', file)
    const { blockId, actionId } = blockOf(camille, 'Attachments')
    const result = await camille.forges({ [blockId]: { [actionId]: { type: 'file_input', files: [file] } } })
    expect(result).toEqual({ ok: true, errors: { [blockId]: expect.stringMatching(/too large/) as unknown } })
  })

  test('an unknown action id, a broken button value and a foreign case number in it', async () => {
    const story = await start()
    const camille = story.person('camille')
    await camille.types('#team-hikari', '/case list')
    const list = await camille.sees(/Cases of hikari/)
    const place = { channel: list.channel, ts: list.ts }
    const press = (actionId: string, value: string) =>
      story.workspace.act(camille.id, { do: 'action', place, blockId: 'forged', actionId, value: { type: 'button', value }, state: {}, force: true })
    expect(await press('no_such_action', '1')).toEqual({ ok: true })
    await camille.sees(/from an older version/)
    expect(await press('view_case', '{"broken')).toEqual({ ok: true })
    await camille.sees(/could not be read/)
    expect(screenOf(story, camille)).not.toMatch(stack)
  })

  test('broken JSON is refused and the bot goes on', async () => {
    const story = await start()
    await story.workspace.sendRaw('interactive', '{"type":"block_actions", broken').catch(() => undefined)
    await story.workspace.sendRaw('interactive', '{"type":"view_submission"}').catch(() => undefined)
    if (mode === 'socket') await story.workspace.until(() => story.workspace.info().connection === 'socket', 'the bot to be there still', 15_000)
    const camille = story.person('camille')
    await camille.types('#team-hikari', '/case help')
    await camille.sees(/support cases of your customers/)
  })

  test('a busy Slack is named as what it is', async () => {
    const story = await start()
    const camille = story.person('camille')
    story.workspace.addFault({ method: 'views.open', kind: 'rate_limited', retryAfter: 30, times: 5 })
    await camille.types('#team-hikari', '/case new')
    await camille.sees(/Slack is busy just now/)
  })

  test('unknown words, verbs and numbers answer with the usage', async () => {
    const story = await start()
    const camille = story.person('camille')
    await camille.types('#team-hikari', '/case lst')
    await camille.sees(/There is no .*lst/)
    await camille.types('#team-hikari', '/case show seven')
    await camille.sees(/is no case number/)
    await camille.types('#team-hikari', '/case new nobody.example')
    await camille.seesModal(/nobody\.example|"text":"Severity"/)
  })

  test('personal data is shown with its place, and filed only with a reason (CASE-2)', async () => {
    const story = await start()
    const camille = story.person('camille')
    await opensForm(camille, 'acme.example')
    await describesDelay(camille, { what: 'Ask jane.doe@acme.example about it.' })
    expect(await camille.submits()).toEqual({ ok: true })
    await camille.seesModal('Personal data found')
    expect(JSON.stringify(camille.modal().view)).toContain('What happens?')
    expect(camille.modals()).toHaveLength(2)
    await camille.fills('Reason', 'The customer asked for a call back to this address')
    expect(await camille.submits()).toEqual({ ok: true })
    await camille.sees(/is filed for Acme/)
    expect(camille.modals()).toEqual([])
    const event = await story.bot.store.db.caseEvent.findFirstOrThrow({ where: { kind: 'FILED' }, orderBy: { id: 'desc' } })
    expect(JSON.stringify(event.data)).toContain('call back')
  })
})
