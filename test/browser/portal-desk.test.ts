import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stories } from '../support/story.js'
import { chooseOption, closeModal, fill, launchBrowser, openAs, press, screenshot, submitModal, topModal, typeCommand } from './support.js'

const pageDir = 'dist/sandbox/page'
const phone = { viewport: { width: 390, height: 844 } }
const title = 'Mail from outside arrives late'
const what = 'Messages wait for hours.\nEven <b>these</b> & those.'

/** The case's card in #team-boreal: of its messages the one with a thread. */
function cardIn(page: Page): Locator {
  return page.getByRole('main').getByRole('article').filter({ hasText: title }).filter({ hasText: 'Filed by' }).first()
}

/** What the card says now, and the buttons it has. */
async function cardShows(page: Page, words: string | RegExp, buttons: string[]): Promise<void> {
  await cardIn(page).getByText(words).waitFor()
  // Beside those of the page itself, which open its thread.
  const shown = cardIn(page).getByRole('button', { name: /^(Copy for the portal|Close case|Not solved|Reply(?! in)|Reopen case|View case)/ })
  await expect.poll(() => shown.allInnerTexts()).toEqual(buttons)
}

/** Fills the form in and sends it; it closes. */
async function sends(page: Page, label: string, text: string): Promise<void> {
  await fill(page, label, text)
  await submitModal(page)
  await topModal(page).waitFor({ state: 'hidden' })
}

async function opensFromCard(page: Page, button: string): Promise<void> {
  await cardIn(page).getByRole('button', { name: new RegExp(`^${button}(?! in)`) }).click()
}

/** Writes down what the desk said in the portal, from the view of the case, which stays. */
async function records(page: Page, text: string, how: string): Promise<void> {
  await opensFromCard(page, 'View case')
  await press(page, 'Record desk reply')
  await chooseOption(page, 'New state', '', how)
  await fill(page, 'Message', text)
  await submitModal(page)
  await topModal(page).getByText('Desk (recorded by Sven Berg)').first().waitFor()
  await closeModal(page)
}

describe('the portal desk in a browser', () => {
  const start = stories('socket')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('Sven carries a case to the portal and back: question, two solutions, reopened on day 29, related on day 31', async () => {
    const { workspace, bot } = await start({ workspace: { pageDir } })
    const sven = await openAs(browser, workspace.url, 'Sven Berg', '#team-boreal')
    await typeCommand(sven, '/case new hooli.example')
    await chooseOption(sven, 'Product type', '', 'Google Workspace')
    await fill(sven, 'Title', title)
    await chooseOption(sven, 'Category', 'late', 'Messages arrive late')
    await fill(sven, 'What happens?', what)
    await fill(sven, 'When did it start?', 'This morning')
    await chooseOption(sven, 'How many users are affected?', '', 'Several users')
    await submitModal(sven)
    await cardShows(sven, /Waiting to be carried to the portal since/, ['Copy for the portal', 'View case'])
    const { number } = await bot.store.db.case.findFirstOrThrow({ where: { title } })
    await screenshot(sven, 'portal-desk-filed')

    // On a phone, each piece stands alone as it is to be pasted.
    const mobile = await openAs(browser, workspace.url, 'Sven Berg', '#team-boreal', phone)
    await opensFromCard(mobile, 'Copy for the portal')
    await topModal(mobile).getByText('Copy each piece into the portal').waitFor()
    const pieces = await topModal(mobile).locator('pre').allInnerTexts()
    expect(pieces).toEqual([
      'Hooli (hooli.example)', 'Google Workspace', title, 'Gmail > Delivery > Messages arrive late', what, 'This morning', 'Several users', 'P3 · Medium', 'English', 'America/Los_Angeles',
    ])
    await fill(mobile, 'Portal number', 'no number!')
    await submitModal(mobile)
    await topModal(mobile).getByText('Letters, digits and dashes only, as the portal shows it.').waitFor()
    await screenshot(mobile, 'portal-desk-bad-number-phone')
    await sends(mobile, 'Portal number', '48299001')
    await cardShows(sven, 'Portal number: 48299001', ['View case'])
    await typeCommand(mobile, '/case list 48299001')
    await mobile.getByText('Cases of boreal.example').waitFor()
    await mobile.getByRole('main').getByText('🔎 “48299001”').waitFor()
    await screenshot(mobile, 'portal-desk-found-phone')

    await typeCommand(sven, `/case reply ${number} It is worse in the evening.`)
    await topModal(sven).getByText('Goes to the desk').waitFor()
    await submitModal(sven)
    await sven.getByText('It waits to be carried to the portal.').waitFor()
    await cardShows(sven, /Something new waits to be carried/, ['Copy for the portal', 'View case'])

    // Nobody carries it over: its owner is reminded, once.
    workspace.moveClock('+1d')
    await bot.chores()
    workspace.moveClock('+1d')
    await bot.chores()
    await bot.drain()
    const messages = await openAs(browser, workspace.url, 'Sven Berg', 'messages')
    await messages.getByText(/waits to be carried to the portal since/).first().waitFor()
    expect(await messages.getByRole('article').filter({ hasText: title }).getByText(/waits to be carried to the portal since/).count()).toBe(1)
    await messages.getByRole('article').filter({ hasText: title }).getByRole('button', { name: /^Copy for the portal/ }).first().click()
    await topModal(messages).getByText('Copy what is new to case 48299001').waitFor()
    expect(await topModal(messages).locator('pre').allInnerTexts()).toEqual(['It is worse in the evening.'])
    await submitModal(messages)
    await cardShows(sven, 'Portal number: 48299001', ['View case'])
    await screenshot(messages, 'portal-desk-reminded')

    await records(sven, 'Which senders are late?', 'Ask the team')
    await cardShows(sven, /The clock of the answer stands still/, ['Reply', 'View case'])
    await opensFromCard(sven, 'Reply')
    await sends(sven, 'Message', 'All of them.')
    await records(sven, 'Raise the limit of the gateway.', 'Propose a solution')
    await cardShows(sven, 'Solution provided', ['Close case', 'Not solved', 'Copy for the portal', 'View case'])
    await opensFromCard(sven, 'Not solved')
    await sends(sven, 'Message', 'Still late.')
    await cardShows(sven, 'In progress', ['Copy for the portal', 'View case'])
    await records(sven, 'The gateway is changed for you.', 'Propose a solution')
    await opensFromCard(sven, 'Close case')
    expect(await topModal(sven).getByLabel('Reason', { exact: true }).inputValue()).toBe('The proposed solution worked.')
    await submitModal(sven)
    await cardShows(sven, /Can be reopened until/, ['Copy for the portal', 'View case', 'Reopen case'])
    await screenshot(sven, 'portal-desk-closed')

    const tomas = await openAs(browser, workspace.url, 'Tomas Dvorak', '#support-lounge')
    await typeCommand(tomas, '/case queue')
    await tomas.getByText('The queue').waitFor()
    expect(await tomas.getByText(title).count()).toBe(0)
    await typeCommand(tomas, `/case answer ${number}`)
    await topModal(tomas).getByText('is answered in the vendor’s web portal').waitFor()
    await closeModal(tomas)

    workspace.moveClock('+29d')
    await opensFromCard(sven, 'Reopen case')
    await sends(sven, 'Reason', 'It is late again.')
    await cardShows(sven, 'In progress', ['Copy for the portal', 'View case'])
    await typeCommand(sven, `/case close ${number} It went away.`)
    await topModal(sven).getByLabel('Reason', { exact: true }).waitFor()
    await submitModal(sven)
    await cardShows(sven, 'Closed', ['Copy for the portal', 'View case', 'Reopen case'])
    workspace.moveClock('+31d')
    await opensFromCard(sven, 'Reopen case')
    await topModal(sven).getByText('could be reopened until').waitFor()
    await screenshot(sven, 'portal-desk-too-late')
    await closeModal(sven)

    await typeCommand(sven, `/case related ${number}`)
    await fill(sven, 'Title', 'It is late once more')
    await fill(sven, 'What happens?', 'The same as before.')
    await fill(sven, 'When did it start?', 'Today')
    await chooseOption(sven, 'How many users are affected?', '', 'Several users')
    await submitModal(sven)
    await opensFromCard(sven, 'View case')
    await topModal(sven).getByText('It is late once more').waitFor()
    await screenshot(sven, 'portal-desk-related')
  })

  test('Elsa changes response targets: what is wrong stands at its field, and the answer closes without a question', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const elsa = await openAs(browser, workspace.url, 'Elsa Lund', '#team-boreal')
    await typeCommand(elsa, '/portal targets')
    await fill(elsa, 'Premium P1', 'soon')
    await submitModal(elsa)
    await topModal(elsa).getByText('Type how long an answer may take').waitFor()
    await fill(elsa, 'Premium P1', '30m')
    await submitModal(elsa)
    await topModal(elsa).getByText('Premium P1: 30m, day and night').waitFor()
    await screenshot(elsa, 'portal-desk-targets')
    await elsa.keyboard.press('Escape')
    await topModal(elsa).waitFor({ state: 'hidden' })
  })
})
