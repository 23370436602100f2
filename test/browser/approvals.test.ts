import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stories } from '../support/story.js'
import { chooseOption, closeModal, fill, launchBrowser, openAs, press, screenshot, submitModal, topModal, typeCommand } from './support.js'

const pageDir = 'dist/sandbox/page'

/** Presses *Approve* under the newest request and waits for the form. */
async function opensDecision(page: Page, words: string): Promise<void> {
  await page.getByText(words).last().waitFor()
  await press(page, 'Approve')
  await topModal(page).getByRole('radio', { name: 'Approve' }).waitFor()
}

describe('approvals in a browser', () => {
  const start = stories('socket')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('initech.example: Dana and Noor decide at the same moment, one of them does; then Ines grants', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const camille = await openAs(browser, workspace.url, 'Camille Laurent', '#team-hikari')
    await typeCommand(camille, '/access request initech.example')
    await camille.getByText(/were asked to agree to support/).waitFor()

    const dana = await openAs(browser, workspace.url, 'Dana Reed', '#approvals')
    const noor = await openAs(browser, workspace.url, 'Noor Aziz', '#approvals')
    for (const manager of [dana, noor]) await opensDecision(manager, 'asks Hikari Cloud to agree')
    await screenshot(dana, 'approvals-dana-decides')
    await chooseOption(noor, 'Decision', '', 'Decline')
    await fill(noor, 'Comment', 'Not this one')
    await Promise.all([submitModal(dana), submitModal(noor)])

    const quicker = (page: Page) => topModal(page).getByText(/was quicker\. Your decision was not counted\./)
    const first = (page: Page) => topModal(page).getByText(/is told now/)
    for (const manager of [dana, noor]) await quicker(manager).or(first(manager)).waitFor()
    expect(await quicker(dana).count() + await quicker(noor).count()).toBe(1)
    const [loser, winner] = (await quicker(dana).count()) === 1 ? [dana, 'Noor Aziz'] : [noor, 'Dana Reed']
    await quicker(loser).getByText(`${winner} was quicker.`).waitFor()
    await topModal(loser).getByText(new RegExp(`(Approved|Declined) by ${winner}`)).waitFor()
    await screenshot(loser, 'approvals-too-late')
    for (const manager of [dana, noor]) {
      await closeModal(manager)
      await manager.getByText(new RegExp(`(Approved|Declined) by ${winner}`)).waitFor()
      expect(await manager.getByRole('button', { name: /^(Approve|Decline|Review)/ }).count()).toBe(0)
    }
    if (winner === 'Noor Aziz') {
      await typeCommand(camille, '/access request initech.example')
      await opensDecision(dana, 'asks Hikari Cloud to agree')
      await submitModal(dana)
      await first(dana).waitFor()
    }

    const ines = await openAs(browser, workspace.url, 'Ines Costa', 'messages')
    await opensDecision(ines, 'asks for access')
    await screenshot(ines, 'approvals-ines-decides')
    await submitModal(ines)
    await topModal(ines).getByText('Approved by Ines Costa').waitFor()
    await typeCommand(camille, '/access check initech.example')
    await camille.getByText(/pending until/).waitFor()
    await press(camille, 'It works now')
    await camille.getByText('You can file cases for Initech now, as hikari.example.').waitFor()
    await screenshot(camille, 'approvals-initech-open')
  })

  test('umbrella.example: Dana records a grant, may not approve it herself, and Noor may', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const dana = await openAs(browser, workspace.url, 'Dana Reed', '#approvals')
    await typeCommand(dana, '/access grant umbrella.example subscription:Vault')
    await fill(dana, 'Evidence', 'Ticket 4711: Vera Novak granted Vault on Monday.')
    await screenshot(dana, 'approvals-record-grant')
    await submitModal(dana)
    await topModal(dana).getByText(/Noor Aziz was asked to approve/).waitFor()
    await closeModal(dana)

    await dana.getByText('recorded that Umbrella Group granted access elsewhere').waitFor()
    await press(dana, 'Approve')
    await topModal(dana).getByText('Nobody decides their own request.').waitFor()
    expect(await topModal(dana).locator('button[type=submit]').count()).toBe(0)
    await screenshot(dana, 'approvals-own-request')
    await closeModal(dana)
    await typeCommand(dana, '/access check umbrella.example')
    await dana.getByText(/waits for approval by Noor Aziz/).waitFor()

    const noor = await openAs(browser, workspace.url, 'Noor Aziz', '#approvals')
    await opensDecision(noor, 'recorded that Umbrella Group granted access elsewhere')
    await topModal(noor).getByText('Ticket 4711: Vera Novak granted Vault on Monday.').waitFor()
    await screenshot(noor, 'approvals-noor-reviews')
    await submitModal(noor)
    await topModal(noor).getByText('Approved by Noor Aziz').waitFor()
    await closeModal(noor)
    const told = await openAs(browser, workspace.url, 'Dana Reed', 'messages')
    await told.getByText('The grant that you recorded for Umbrella Group is approved.').waitFor()
    await screenshot(told, 'approvals-dana-told')
  })
})
