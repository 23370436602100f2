import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describesDelay, numberIn, opensForm } from '../support/filing.js'
import { wordsOf } from '../support/person.js'
import { stories, type Mode } from '../support/story.js'

describe.each<Mode>(['socket', 'http'])('filing a delegated case (%s)', (mode) => {
  const start = stories(mode)

  test('from /case new to number, card, list and attachment', async () => {
    const { person, bot, dataDir, workspace } = await start()
    const camille = person('camille')
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    await camille.attaches('Attachments', camille.upload('delays.csv', 'text/csv', 'minute,messages\n1,20\n'))
    await camille.chooses('Severity', '🟠 P2 · High')
    expect(await camille.submits()).toEqual({ ok: true })
    expect(camille.modals()).toEqual([])

    const answer = await camille.sees(/is filed for Acme/)
    expect(answer.ephemeralTo).toBe(camille.id)
    const number = numberIn(answer.text)

    const card = await person('dana').sees(`#${number}`)
    expect(card.channel).toBe('C0DEMOUPDATES')
    expect(wordsOf(card)).toContain('Mail from outside arrives hours late')
    expect(wordsOf(card)).not.toContain('Messages from outside wait for hours.')

    await bot.drain()
    const kept = await bot.store.db.attachment.findFirstOrThrow({ where: { caseNumber: number } })
    expect(kept).toMatchObject({ name: 'delays.csv', state: 'RELEASED' })
    const file = join(dataDir, 'attachments', kept.sha256!.slice(0, 2), kept.sha256!)
    expect(await readFile(file, 'utf8')).toBe('minute,messages\n1,20\n')
    expect(await readdir(join(dataDir, 'attachments'))).toHaveLength(1)

    await camille.types('#team-hikari', '/case list')
    expect(wordsOf(await camille.sees('Mail from outside'))).toContain(`#${number}`)
    await camille.types('#team-hikari', `/case ${number}`)
    const shown = await camille.sees('Messages from outside wait for hours.')
    expect(shown.ephemeralTo).toBe(camille.id)
    await camille.presses('View case', shown)
    await camille.seesModal('delays.csv')
    expect(workspace.traffic().filter((line) => !line.ok)).toEqual([])
  })

  test('View case on the card shows everything to its reader, and nothing to another reseller (SCOPE-1)', async () => {
    const { person, workspace } = await start()
    const camille = person('camille')
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    await camille.submits()
    const card = await person('dana').sees(/Mail from outside arrives/)
    await person('dana').presses('View case', card)
    await person('dana').seesModal('Messages from outside wait for hours.')

    const sven = person('sven')
    await sven.types('#team-boreal', `/case ${numberIn(card.text)}`)
    const foreign = await sven.sees(/There is no case/)
    await sven.types('#team-boreal', '/case 999999')
    const nowhere = await sven.sees(/999999/)
    expect(foreign.text.replace(String(numberIn(card.text)), 'N')).toBe(nowhere.text.replace('999999', 'N'))
    expect(JSON.stringify(workspace.stateOf(sven.id))).not.toContain('Mail from outside')
  })

  test('customers of another reseller cannot be found (SCOPE-1)', async () => {
    const { person } = await start()
    const sven = person('sven')
    await sven.types('#team-boreal', '/case new')
    await sven.seesModal('"text":"Severity"')
    expect(await sven.finds('Customer', 'acme')).toEqual([])
    expect((await sven.finds('Customer', 'hooli')).map((option) => option.text)).toEqual([expect.stringMatching(/hooli/i)])
  })

  test('a locked customer shows why and what to do, and Submit answers at Customer (ACCESS-4)', async () => {
    const { person } = await start()
    const camille = person('camille')
    await opensForm(camille, 'globex.example')
    expect(camille.labels()).not.toContain('Product type')
    expect(camille.labels()).not.toContain('Category')
    await camille.seesModal(/turned reseller access off/)
    await camille.fills('Title', 'Cannot sign in')
    const result = await camille.submits()
    expect(result).toMatchObject({ ok: true, errors: expect.any(Object) as unknown })
    const [[blockId, words]] = Object.entries('errors' in result ? result.errors! : {}) as [[string, string]]
    expect(blockId).toMatch(/^customer/)
    expect(words).toMatch(/turned reseller access off/)

    await camille.presses('Request access')
    await camille.seesModal(/Access was requested from Liam Ortiz|Liam Ortiz/)
    expect(wordsOf(await person('liam').sees(/asks for access/))).toContain('hikari.example')
  })

  test('a customer bought from Google without consent is locked with that reason (ACCESS-2)', async () => {
    const { person } = await start()
    const camille = person('camille')
    await opensForm(camille, 'initech.example')
    await camille.seesModal(/your manager has not agreed/)
  })

  test('in Japanese for a Japanese reader', async () => {
    const { person } = await start()
    const aiko = person('aiko')
    await aiko.types('#team-hikari', '/case new acme.example')
    await aiko.seesModal('重大度')
    expect(JSON.stringify(aiko.modal().view)).not.toMatch(/"(Customer|Title|Severity|Submit)"/)
  })
})
