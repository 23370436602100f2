/** Finding cases: the list, its filters, and Home, as people meet them (CASE-7, SCOPE-1, SCOPE-4, SCOPE-6). */
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../support/person.js'
import { stories } from '../support/story.js'

const team = '#team-hikari'
const start = stories('socket')

describe('the list', () => {
  test('is narrowed in a form that shows the present filters, in its own place, and cleared there', async () => {
    const { person } = await start()
    const camille = person('camille')
    const list = await camille.asks(team, '/case list vault customer:wonka', 'Vault export stops at 90 percent')
    const before = camille.reads(team).length
    await camille.presses('Filters', list)
    const form = await camille.seesModal('"text":"Words"')
    expect(JSON.stringify(form.view)).toMatch(/"initial_value":"vault".*Wonka Chocolate/)
    expect(camille.labels()).toEqual(['Words', 'Customer', 'State', 'Severity', 'Owner'])
    expect((await camille.finds('Customer', 'hooli'))).toEqual([])
    await camille.presses('Clear')
    await camille.seesModal(/"block_id":"filters\.words\.1"/)
    expect(JSON.stringify(camille.form().view)).not.toMatch(/initial_/)
    await camille.chooses('Customer', 'Tyrell Robotics', 'tyrell')
    await camille.chooses('State', ['✅ Closed'])
    await camille.ticks('Owner', 'Only mine')
    expect(await camille.submits()).toEqual({ ok: true })
    const narrowed = await camille.sees('Customer: Tyrell Robotics · State: Closed · Only mine')
    expect(wordsOf(narrowed)).toContain('Shared drive lost its managers')
    expect(wordsOf(narrowed)).not.toContain('Vault export')
    expect(camille.reads(team)).toHaveLength(before)

    await camille.presses('Filters', narrowed)
    await camille.seesModal('"text":"Words"')
    await camille.fills('Words', 'nothing like it')
    await camille.submits()
    const empty = await camille.sees('No case matches')
    await camille.presses('Show all', empty)
    await camille.sees('Vault export stops at 90 percent')
  })

  test('of a customer and of the desk has fitting words, and each sees theirs', async () => {
    const { person } = await start()
    const petra = await person('petra').asks('#support-lounge', '/case list', 'Cases of your organization, acme.example')
    expect(wordsOf(petra)).not.toMatch(/Wonka|Tyrell|Hooli/)
    const tomas = await person('tomas').asks('#support-lounge', '/case list', 'Cases of all resellers and customers')
    expect(wordsOf(tomas)).toMatch(/Wonka Chocolate/)
  })
})

describe('Home', () => {
  test('is filtered and turned in its place, and keeps its filters when it is opened again', async () => {
    const { person, bot, workspace } = await start()
    const camille = person('camille')
    const { number: _number, ...more } = await bot.store.db.case.findFirstOrThrow({ where: { title: 'Vault export stops at 90 percent' } })
    await bot.store.db.case.createMany({ data: Array.from({ length: 24 }, (_, i) => ({ ...more, answers: [], title: `Copy ${i + 1}`, updatedAt: new Date(more.updatedAt.getTime() - (i + 1) * 1000) })) })
    await camille.opensHome('My cases · all customers')
    const home = () => JSON.stringify(workspace.stateOf(camille.id).home)
    const shows = (words: string | RegExp) => workspace.until(() => (typeof words === 'string' ? home().includes(words) : words.test(home())), `Home to say ${String(words)}`, 15_000)
    await camille.presses('Next page', 'home')
    await shows('"text":"Previous page"')
    expect(home()).not.toContain('Vault export stops')
    await camille.presses('Next page', 'home')
    await shows('"text":"First page"')
    await camille.presses('Previous page', 'home')
    await camille.presses('🔧 In progress: 1', 'home')
    await shows(/State: In progress/)
    expect(home()).not.toContain('Copy 1')
    await camille.presses('Filters', 'home')
    await camille.seesModal('"text":"Words"')
    await camille.chooses('Severity', ['🔴 P1 · Critical'])
    await camille.submits()
    await shows(/State: In progress · Severity: P1/)
    await shows('No case matches')
    await camille.opensHome('State: In progress · Severity: P1')
    await camille.presses('Show all', 'home')
    await shows('Vault export stops')
  })

  test('a customer chosen for one domain, and the filters there, are gone on the other (SCOPE-1)', async () => {
    const { person, workspace, bot } = await start()
    const mei = person('mei')
    await mei.opensHome('mei@hikari.example')
    const wonka = await bot.store.db.customer.findFirstOrThrow({ where: { name: 'Wonka Chocolate' } })
    const home = () => workspace.stateOf(mei.id).home!
    const block = home().view.blocks.find((each) => JSON.stringify(each).includes('"filter_customer"'))!
    const option = { text: { type: 'plain_text', text: 'Wonka Chocolate' }, value: String(wonka.id) }
    const choose = () => workspace.act(mei.id, { do: 'action', place: { viewId: home().id }, blockId: block.block_id!, actionId: 'filter_customer', value: { type: 'external_select', selected_option: option }, state: {}, force: true })
    await choose()
    await mei.opensHome('My customers · Wonka Chocolate')
    expect(JSON.stringify(home().view)).toContain('Customer: Wonka Chocolate')
    await mei.picks('boreal.example', 'home')
    await mei.opensHome('mei@boreal.example')
    expect(JSON.stringify(home().view)).toContain('My cases · all customers')
    expect(JSON.stringify(home().view)).not.toMatch(/[Ww]onka/)
    await choose()
    await mei.opensHome('mei@boreal.example')
    expect(JSON.stringify(home().view)).not.toMatch(/[Ww]onka/)
  })

  test('tells Aiko first what waits for her, in Japanese', async () => {
    const { person } = await start()
    const home = JSON.stringify((await person('aiko').opensHome('対応が必要なもの')).view)
    expect(home).toMatch(/対応が必要なもの.*サポートデスクがこちらの回答を待っています.*マイケース/)
  })

  test('of a customer shows its organization’s cases, and the desk’s its queue', async () => {
    const { person } = await start()
    const petra = JSON.stringify((await person('petra').opensHome('Cases of my organization')).view)
    expect(petra).not.toMatch(/Wonka|filter_customer/)
    const tomas = JSON.stringify((await person('tomas').opensHome('All cases')).view)
    expect(tomas).toMatch(/Vault export stops at 90 percent.*All cases/)
  })
})
