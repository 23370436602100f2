import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsFor } from '../../src/locales/words.js'
import { stories } from '../support/story.js'
import { chooseOption, closeModal, fill, launchBrowser, openAs, press, screenshot, submitModal, topModal, typeCommand } from './support.js'

const pageDir = 'dist/sandbox/page'
const ja = wordsFor({ locale: 'ja-JP', timeZone: 'Asia/Tokyo' })

/** The customers a new filing form offers. */
async function offeredCustomers(page: Page): Promise<string> {
  await typeCommand(page, '/case new')
  await topModal(page).getByRole('combobox', { name: 'Customer', exact: true }).click()
  const options = page.getByRole('listbox', { name: 'Customer', exact: true }).getByRole('option')
  await options.first().waitFor()
  const names = (await options.allTextContents()).join('\n')
  await page.keyboard.press('Escape')
  await closeModal(page)
  return names
}

describe('accounts, roles and policy in a browser', () => {
  const start = stories('socket')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('Mei switches to boreal.example and sees its customers only; Home switches her back', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const mei = await openAs(browser, workspace.url, 'Mei Lin', '#team-hikari')
    await typeCommand(mei, '/portal')
    await mei.getByText('Signed in as mei@hikari.example').waitFor()
    await screenshot(mei, 'portal-mei')
    await chooseOption(mei, 'Act on', '', 'boreal.example')
    await mei.getByText('You act on boreal.example now.').waitFor()
    await screenshot(mei, 'portal-mei-switched')
    const customers = await offeredCustomers(mei)
    expect(customers).toContain('oceanic.example')
    expect(customers).not.toMatch(/acme\.example|wonka\.example|globex\.example/)
    await typeCommand(mei, '/case list')
    await mei.getByText('Cases of boreal.example').waitFor()
    expect(await mei.getByText('Oceanic Airways').count()).toBeGreaterThan(0)
    expect(await mei.getByText('Wonka Chocolate').count()).toBe(0)
    await screenshot(mei, 'portal-mei-boreal')

    const home = await openAs(browser, workspace.url, 'Mei Lin', 'home')
    await home.getByText('Oceanic Airways').first().waitFor()
    await chooseOption(home, 'Act on', '', 'hikari.example')
    await home.getByText('Wonka Chocolate').first().waitFor()
    expect(await home.getByText('Oceanic Airways').count()).toBe(0)
    await screenshot(home, 'portal-mei-home')
  })

  test('Omar sees that Nova lacks access and why, from Home, and grants her a role; she can file', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const nova = await openAs(browser, workspace.url, 'Nova Park', '#team-hikari')
    await typeCommand(nova, '/case new acme')
    await topModal(nova).getByText(/Ask Omar Said/).waitFor()
    await closeModal(nova)

    const omar = await openAs(browser, workspace.url, 'Omar Said', 'home')
    await press(omar, 'Users')
    await press(omar, 'Without access')
    await topModal(omar).getByText('No access: lacks “View customers”').first().waitFor()
    expect(await topModal(omar).getByText('Aiko Tanaka').count()).toBe(0)
    await screenshot(omar, 'portal-omar-lacking')
    await press(omar, 'Manage Nova Park')
    await chooseOption(omar, 'Roles', '', 'Support agent')
    await omar.keyboard.press('Escape')
    await screenshot(omar, 'portal-omar-nova')
    await submitModal(omar)
    await topModal(omar).getByText(/Nova Park is saved/).waitFor()
    expect(await topModal(omar).getByRole('button', { name: 'Manage Nova Park' }).count()).toBe(0)
    await screenshot(omar, 'portal-omar-saved')

    await typeCommand(nova, '/case new acme')
    await topModal(nova).getByLabel('Title', { exact: true }).waitFor()
    await screenshot(nova, 'portal-nova-files')
  })

  test('a P1 case waits under the policy, comes back declined with the comment, and is filed once approved', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const omar = await openAs(browser, workspace.url, 'Omar Said', '#team-hikari')
    await typeCommand(omar, '/portal policy')
    await chooseOption(omar, 'Needs a manager’s approval', '', 'Filing a P1 case')
    await submitModal(omar)
    await topModal(omar).getByText('The policy of hikari.example is saved.').waitFor()
    await screenshot(omar, 'portal-policy-saved')

    const aiko = await openAs(browser, workspace.url, 'Aiko Tanaka', '#team-hikari')
    const title = '全社でメールが届かない'
    await typeCommand(aiko, '/case new acme.example')
    await aiko.getByLabel(ja('filing.case_title'), { exact: true }).waitFor()
    await chooseOption(aiko, ja('filing.product_type'), '', 'Google Workspace')
    await fill(aiko, ja('filing.case_title'), title)
    await chooseOption(aiko, ja('filing.category'), '遅延', 'メールの遅延')
    await fill(aiko, '何が起きていますか？', '外部からのメールがまったく届きません。')
    await fill(aiko, 'いつから発生していますか？', '今朝から')
    await chooseOption(aiko, '影響を受けているユーザーの範囲は？', '', '複数のユーザー')
    await chooseOption(aiko, ja('filing.severity'), '', /P1/)
    await submitModal(aiko)
    await aiko.getByText(/承認待ちです/).waitFor()
    await screenshot(aiko, 'portal-p1-waits')

    const dana = await openAs(browser, workspace.url, 'Dana Reed', 'messages', { viewport: { width: 390, height: 844 } })
    await press(dana, 'Decline')
    await fill(dana, 'Comment', 'Check the MX records first.')
    await submitModal(dana)
    await topModal(dana).getByText('Declined by Dana Reed').waitFor()
    await closeModal(dana)
    await screenshot(dana, 'portal-p1-declined')
    const updates = await openAs(browser, workspace.url, 'Dana Reed', '#case-updates')
    expect(await updates.getByText(title).count()).toBe(0)

    const messages = await openAs(browser, workspace.url, 'Aiko Tanaka', 'messages')
    await press(messages, ja('approvals.go_on'))
    await topModal(messages).getByText('Check the MX records first.').waitFor()
    expect(await topModal(messages).getByLabel(ja('filing.case_title'), { exact: true }).inputValue()).toBe(title)
    await screenshot(messages, 'portal-p1-returned')
    await submitModal(messages)
    await messages.getByText(/承認待ちです/).last().waitFor()

    const noor = await openAs(browser, workspace.url, 'Noor Aziz', 'messages')
    await press(noor, 'Approve')
    await topModal(noor).getByRole('radio', { name: 'Approve' }).waitFor()
    await submitModal(noor)
    await topModal(noor).getByText('Approved by Noor Aziz').waitFor()
    await updates.getByText(title).first().waitFor()
    await screenshot(updates, 'portal-p1-filed')
    await messages.getByText(/Noor Aziz さんが承認しました/).waitFor()
    await screenshot(messages, 'portal-p1-told')
  })
})
