/** Every element the bot uses, operated in a real browser. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postTo, showTo } from '../sandbox/all-elements.js'
import { DANA, rawBot, start } from '../sandbox/start.js'
import type { Envelope } from '../sandbox/start.js'
import { chooseOption, fill, launchBrowser, openAs, screenshot, submitModal, topModal, typeCommand } from './support.js'

const pageDir = 'dist/sandbox/page'

describe('the sandbox page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  async function shown() {
    const workspace = await start({ pageDir })
    const got: Record<string, unknown>[] = []
    await rawBot(workspace, ({ payload }: Envelope) => {
      got.push(payload)
      if (payload['command']) void showTo(workspace, String(payload['trigger_id']))
    })
    const last = (type: string) => got.findLast((payload) => payload['type'] === type) as { view?: { state: { values: unknown } }; actions?: unknown } | undefined
    return { workspace, last }
  }

  test('a form of channels, several choices, checkboxes, radio buttons, a number and an address', async () => {
    const { workspace, last } = await shown()
    const page = await openAs(browser, workspace.url, 'Dana Reed', '#case-updates')
    await typeCommand(page, '/case')
    const modal = topModal(page)
    await modal.getByText('Typed over by hand').waitFor()
    await modal.getByRole('button', { name: 'Remove Agent' }).waitFor()
    await chooseOption(page, 'Roles', 'adm', 'Admin')
    await modal.getByRole('button', { name: 'Remove Agent' }).click()
    await chooseOption(page, 'Channel', 'appr', '#approvals')
    await chooseOption(page, 'Rules', '', 'Escalation')
    await modal.getByRole('checkbox', { name: 'Filing' }).uncheck()
    await chooseOption(page, 'Desk', '', 'Portal')
    await fill(page, 'Count', '501')
    await fill(page, 'Email', 'alerts@hikari.example')
    await screenshot(page, 'elements-form')
    await submitModal(page)
    await modal.getByText('Please enter a number of at most 500.').waitFor()
    await fill(page, 'Count', '12')
    await submitModal(page)
    await expect.poll(() => last('view_submission')?.view?.state.values).toMatchObject({
      channel: { value: { selected_conversation: 'C0SECRET' } }, roles: { value: { selected_options: [{ value: 'admin' }] } },
      rules: { value: { selected_options: [{ value: 'escalation' }] } }, desk: { value: { selected_option: { value: 'portal' } } },
      count: { value: { value: '12' } }, email: { value: { value: 'alerts@hikari.example' } },
    })
  })

  test.each([['message', 'messages'], ['Home', 'home']])('a select, a menu and a dangerous button of a %s', async (_where, tab) => {
    const { workspace, last } = await shown()
    await postTo(workspace, DANA)
    const page = await openAs(browser, workspace.url, 'Dana Reed', tab)
    await page.getByRole('combobox', { name: 'Domain' }).click()
    await page.getByRole('option', { name: 'Boreal' }).click()
    await expect.poll(() => last('block_actions')?.actions).toMatchObject([{ action_id: 'switch', selected_option: { value: 'boreal' } }])

    await page.getByRole('button', { name: 'More options' }).click()
    await page.getByRole('menuitem', { name: 'Suspend' }).click()
    await screenshot(page, `elements-confirm-${tab}`)
    await page.getByRole('alertdialog', { name: 'Sure?' }).getByRole('button', { name: 'Keep it' }).click()
    expect(last('block_actions')?.actions).toMatchObject([{ action_id: 'switch' }])

    await page.getByRole('button', { name: 'Turn off' }).click()
    await page.getByRole('alertdialog', { name: 'Sure?' }).getByRole('button', { name: 'Do it' }).click()
    await expect.poll(() => last('block_actions')?.actions).toMatchObject([{ action_id: 'off' }])
  })
})
