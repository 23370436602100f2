import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsFor } from '../../src/locales/words.js'
import { stories } from '../support/story.js'
import { attachFile, chooseOption, fill, launchBrowser, openAs, screenshot, submitModal, topModal, typeCommand } from './support.js'

const pageDir = 'dist/sandbox/page'
const ja = wordsFor({ locale: 'ja-JP', timeZone: 'Asia/Tokyo' })

describe('the sandbox in a browser', () => {
  const start = stories('socket')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('Aiko files a case for acme.example with an attachment, in Japanese, and sees number, card and list', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const page = await openAs(browser, workspace.url, 'Aiko Tanaka', '#team-hikari')
    await typeCommand(page, '/case new acme.example')
    await page.getByLabel(ja('filing.case_title'), { exact: true }).waitFor()
    await screenshot(page, 'aiko-form')
    await chooseOption(page, ja('filing.product_type'), '', 'Google Workspace')
    await fill(page, ja('filing.case_title'), '外部からのメールが数時間遅れて届く')
    await chooseOption(page, ja('filing.category'), '遅延', 'メールの遅延')
    await fill(page, '何が起きていますか？', '外部からのメールが届くまでに数時間かかります。')
    await fill(page, 'いつから発生していますか？', '今朝から')
    await chooseOption(page, '影響を受けているユーザーの範囲は？', '', '複数のユーザー')
    await attachFile(page, ja('filing.attachments'), { name: 'delays.csv', mimeType: 'text/csv', buffer: Buffer.from('minute,messages\n1,20\n') })
    await screenshot(page, 'aiko-form-filled')
    await submitModal(page)
    await topModal(page).waitFor({ state: 'hidden' })
    const number = await page.getByText(/#1\d{3}/).last().textContent()
    await screenshot(page, 'aiko-answer')
    await typeCommand(page, '/case list')
    await page.getByText('外部からのメールが数時間遅れて届く').last().waitFor()
    await screenshot(page, 'aiko-list')

    const updates = await openAs(browser, workspace.url, 'Dana Reed', '#case-updates')
    await updates.getByText('外部からのメールが数時間遅れて届く').first().waitFor()
    await updates.getByRole('button', { name: /View case/ }).last().click()
    await topModal(updates).getByText('外部からのメールが届くまでに数時間かかります。').waitFor()
    await topModal(updates).getByText('delays.csv').waitFor()
    await screenshot(updates, 'dana-view-case')
    expect(number).toMatch(/#1\d{3}/)
  })

  test('globex.example is locked with its reason, and Submit says so at Customer', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const page = await openAs(browser, workspace.url, 'Camille Laurent', '#team-hikari')
    await typeCommand(page, '/case new')
    await page.getByLabel('Title', { exact: true }).waitFor()
    await chooseOption(page, 'Customer', 'globex', /globex/i)
    await page.getByRole('button', { name: /Request access/ }).waitFor()
    await screenshot(page, 'camille-locked')
    expect(await topModal(page).getByLabel('Product type', { exact: true }).count()).toBe(0)
    await fill(page, 'Title', 'Cannot sign in')
    await submitModal(page)
    await topModal(page).getByText(/turned reseller access off/).last().waitFor()
    await screenshot(page, 'camille-locked-submit')
  })

  test('Sven cannot find acme.example', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const page = await openAs(browser, workspace.url, 'Sven Berg', '#team-boreal')
    await typeCommand(page, '/case new')
    const customer = topModal(page).getByRole('combobox', { name: 'Customer', exact: true })
    await customer.click()
    await customer.fill('acme')
    await page.getByText(/No (results|matches)/i).waitFor()
    await screenshot(page, 'sven-no-acme')
    expect(await page.getByRole('option').count()).toBe(0)
  })
})
