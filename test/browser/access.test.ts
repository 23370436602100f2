import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stories } from '../support/story.js'
import { chooseOption, closeModal, fill, launchBrowser, openAs, press, screenshot, submitModal, topModal, typeCommand } from './support.js'

const pageDir = 'dist/sandbox/page'
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const

describe('access in a browser', () => {
  const start = stories('socket')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('Camille asks for access to globex.example, Liam gives it on a phone, and she files once it works', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const camille = await openAs(browser, workspace.url, 'Camille Laurent', '#team-hikari')
    await typeCommand(camille, '/access check globex.example')
    await camille.getByText('Turn reseller access on.').waitFor()
    await screenshot(camille, 'access-missing-step')
    await press(camille, 'Request access')
    await camille.getByText('Liam Ortiz was asked for access to Globex Corporation.').waitFor()
    await camille.getByText(/requested from Liam Ortiz/).waitFor()
    expect(await camille.getByRole('button', { name: /^Request access/ }).count()).toBe(0)

    const liam = await openAs(browser, workspace.url, 'Liam Ortiz', 'messages', phone)
    await liam.getByText('Camille Laurent of hikari.example asks for access').waitFor()
    await screenshot(liam, 'access-liam-asked-phone')
    // Two taps: the decision is chosen, and nothing has to be scrolled for.
    await press(liam, 'Approve')
    await topModal(liam).getByRole('radio', { name: 'Approve' }).waitFor()
    expect(await topModal(liam).getByRole('radio', { name: 'Approve' }).isChecked()).toBe(true)
    await screenshot(liam, 'access-liam-decides-phone')
    await submitModal(liam)
    await topModal(liam).getByText('Approved by Liam Ortiz').waitFor()
    await closeModal(liam)
    await liam.getByText(/Now set the same in the Google Admin console/).waitFor()
    expect(await liam.getByRole('button', { name: /^(Approve|Decline|Review)/ }).count()).toBe(0)
    await screenshot(liam, 'access-liam-approved-phone')

    await typeCommand(camille, '/access check globex.example')
    await camille.getByText(/pending until/).waitFor()
    await screenshot(camille, 'access-pending')
    const told = await openAs(browser, workspace.url, 'Camille Laurent', 'messages')
    await told.getByText('Access to Globex Corporation is granted.').waitFor()
    await press(told, 'It works now')
    await told.getByText('Confirmed: reseller access of Globex Corporation works.').waitFor()
    await told.getByRole('button', { name: /^File a case/ }).waitFor()
    expect(await told.getByRole('button', { name: /^It works now/ }).count()).toBe(0)
    expect(await told.getByText(/It may take until/).count()).toBe(0)
    await screenshot(told, 'access-works')

    await press(told, 'File a case')
    await chooseOption(told, 'Product type', '', 'Google Workspace')
    await fill(told, 'Title', 'Mail from outside arrives late')
    await chooseOption(told, 'Category', 'mail late', 'Messages arrive late')
    await fill(told, 'What happens?', 'Messages from outside wait for hours.')
    await fill(told, 'When did it start?', 'This morning')
    await chooseOption(told, 'How many users are affected?', '', 'Several users')
    await submitModal(told)
    await told.getByText(/#1\d{3}.* is filed for Globex Corporation/).waitFor()
    await screenshot(told, 'access-filed')
  })

  test('Mei switches from hikari.example to boreal.example, and everything she sees is boreal’s', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const home = await openAs(browser, workspace.url, 'Mei Lin', 'home')
    await home.getByText('mei@hikari.example').first().waitFor()
    const mei = await openAs(browser, workspace.url, 'Mei Lin', '#team-hikari')
    await typeCommand(mei, '/portal switch boreal')
    await mei.getByText('You act on boreal.example now.').waitFor()
    await home.getByText('mei@boreal.example').first().waitFor()
    await screenshot(home, 'access-mei-home')
    await typeCommand(mei, '/access check acme.example')
    await mei.getByText('No customer of your domain is called “acme.example”.').waitFor()
    await typeCommand(mei, '/case new')
    await topModal(mei).getByRole('combobox', { name: 'Customer', exact: true }).click()
    const customers = mei.getByRole('listbox', { name: 'Customer', exact: true }).getByRole('option')
    await customers.first().waitFor()
    await screenshot(mei, 'access-mei-customers')
    const names = (await customers.allTextContents()).join()
    expect(names).toMatch(/Hooli.*Oceanic/)
    expect(names).not.toMatch(/Acme|Globex|Initech/)
  })
})
