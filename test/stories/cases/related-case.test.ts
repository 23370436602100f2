import { describe, expect, test } from 'vitest'
import { describesDelay, numberIn } from '../../support/filing.js'
import { buttonsOf, wordsOf } from '../../support/person.js'
import { stories } from '../../support/story.js'

const title = 'Delivery to one partner domain is delayed by hours'

describe('a related case (CASE-6)', () => {
  const start = stories('socket')

  test('is filed where the other is shown, with what the two have in common, and both name the other', async () => {
    const { person, bot } = await start()
    const camille = person('camille')
    const { number, severity, customerId, productId, categoryId } = await bot.store.db.case.update({
      where: { number: (await bot.store.db.case.findFirstOrThrow({ where: { title } })).number }, data: { state: 'CLOSED', closedAt: new Date(Date.now() - 31 * 86_400_000) },
    })
    const old = await camille.asks('#team-hikari', `/case ${number}`, title)
    expect(buttonsOf(old)).toContain('File a related case')
    await camille.presses('File a related case', old)
    const form = await camille.seesModal(`Related to #${number} · ${title}`)
    expect(JSON.stringify(form.view)).toContain('Wonka Chocolate')
    await describesDelay(camille, { title: 'Delayed again' })
    expect(await camille.submits()).toEqual({ ok: true })
    const related = numberIn((await camille.sees(/is filed for Wonka/)).text)
    await bot.drain()
    expect(await bot.store.db.case.findUniqueOrThrow({ where: { number: related } })).toMatchObject({ relatedCaseNumber: number, severity, customerId, productId, categoryId })
    expect(wordsOf(await camille.asks('#team-hikari', `/case ${number}`, title))).toContain(`#${related}`)
    await camille.presses('View case', await camille.asks('#team-hikari', `/case ${related}`, 'Delayed again'))
    await camille.seesModal(`#${number} · ${title}`)
    expect(await bot.store.db.caseEvent.count({ where: { caseNumber: number, kind: 'LINKED' } })).toBe(1)
  })

  test('is filed by the command too, and of no case that is another’s', async () => {
    const { person, bot } = await start()
    const [camille, sven] = [person('camille'), person('sven')]
    const { number } = await bot.store.db.case.findFirstOrThrow({ where: { title } })
    await camille.types('#team-hikari', `/case related ${number}`)
    await camille.seesModal(`Related to #${number}`)
    await sven.types('#team-boreal', `/case related ${number}`)
    await sven.seesModal('There is no case')
  })
})
