import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stories } from '../support/story.js'
import { launchBrowser, openAs, screenshot, topModal, typeCommand } from './support.js'

const pageDir = 'dist/sandbox/page'
const phone = { viewport: { width: 390, height: 844 } }

describe('the sandbox page', () => {
  const start = stories('socket')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('nobody types in the bot’s read-only messages; a guest has the lounge for commands', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const messages = await openAs(browser, workspace.url, 'Liam Ortiz', 'messages')
    await messages.getByText('Onbehalf does not read messages here', { exact: false }).waitFor()
    expect(await messages.getByRole('textbox', { name: /^Message / }).count()).toBe(0)
    expect(await messages.getByText(/below to begin/).count()).toBe(0)
    await screenshot(messages, 'liam-messages')

    const lounge = await openAs(browser, workspace.url, 'Liam Ortiz', '#support-lounge')
    await lounge.getByText('try the commands here. Only its members see it.').waitFor()
    await typeCommand(lounge, '/case list')
    await lounge.getByText('Only visible to you').waitFor()
    await screenshot(lounge, 'liam-lounge')
  })

  test('on a phone the button of a row stands below its text', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const page = await openAs(browser, workspace.url, 'Camille Laurent', '#team-hikari', phone)
    await typeCommand(page, '/case list')
    const row = page.locator('.block-section', { has: page.locator('.accessory .button') }).last()
    await row.waitFor()
    const words = await row.locator('.section-words').boundingBox()
    const button = await row.locator('.accessory .button').boundingBox()
    await screenshot(page, 'phone-list')
    expect(button!.y).toBeGreaterThanOrEqual(words!.y + words!.height)
    expect(words!.width).toBeGreaterThan(300)
  })

  test('what was typed into an open modal is there again after a reload, and gone from the browser once it is closed', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const page = await openAs(browser, workspace.url, 'Camille Laurent', '#team-hikari')
    await typeCommand(page, '/case new acme.example')
    await topModal(page).getByLabel('Title', { exact: true }).fill('Typed and not sent')
    await page.reload()
    await expect.poll(() => topModal(page).getByLabel('Title', { exact: true }).inputValue()).toBe('Typed and not sent')
    await topModal(page).getByRole('button', { name: 'Close the dialog' }).click()
    await topModal(page).waitFor({ state: 'hidden' })
    expect(await page.evaluate('sessionStorage.length')).toBe(0)
  })

  test('a modal cannot be submitted while a file is on its way', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const page = await openAs(browser, workspace.url, 'Camille Laurent', '#team-hikari')
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => (arrive = resolve))
    await page.route('**/files?name=*', async (route) => {
      await arrived
      await route.continue()
    })
    await typeCommand(page, '/case new acme.example')
    const submit = topModal(page).locator('button[type=submit]')
    await topModal(page).locator('input[type=file]').setInputFiles({ name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await expect.poll(() => submit.isDisabled()).toBe(true)
    arrive()
    await topModal(page).getByRole('button', { name: 'Remove log.txt' }).waitFor()
    await expect.poll(() => submit.isDisabled()).toBe(false)
  })
})
