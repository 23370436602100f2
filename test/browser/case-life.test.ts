import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stories } from '../support/story.js'
import { attachFile, chooseOption, closeModal, fill, launchBrowser, openAs, press, screenshot, submitModal, topModal, typeCommand } from './support.js'

const pageDir = 'dist/sandbox/page'
const title = 'Mail from outside arrives hours late'
const standard = 'Storage is reported full although files were deleted'
const note = 'They are about to leave us'

/** The case's card in #case-updates. */
function cardIn(page: Page): Locator {
  return page.getByRole('main').getByRole('article').filter({ hasText: title }).filter({ hasText: 'At the desk' })
}

async function cardShows(page: Page, state: string, ...buttons: string[]): Promise<void> {
  await cardIn(page).getByText(state).waitFor()
  for (const name of buttons) await cardIn(page).getByRole('button', { name: new RegExp(`^${name}(:| \\d)`) }).waitFor()
  expect(await cardIn(page).count()).toBe(1)
}

function threadShows(page: Page, words: RegExp): Promise<void> {
  return page.getByRole('complementary', { name: 'Thread' }).getByText(words).last().waitFor()
}

/** Fills the form in and sends it; it closes. */
async function sends(page: Page, label: string, text: string): Promise<void> {
  await fill(page, label, text)
  await submitModal(page)
  await topModal(page).waitFor({ state: 'hidden' })
}

async function answers(tomas: Page, number: number, how: string, text: string): Promise<void> {
  await typeCommand(tomas, `/case answer ${number}`)
  await chooseOption(tomas, 'New state', '', how)
  await sends(tomas, 'Message', text)
}

/** Everything of the case that somebody reads: in its view, in its whole history, and in the channel. */
async function readsAll(page: Page, number: number): Promise<string> {
  await typeCommand(page, `/case ${number}`)
  await page.getByRole('main').getByRole('article').filter({ hasText: title }).filter({ hasText: 'Filed by' }).last().getByRole('button', { name: /^View case/ }).click()
  await topModal(page).getByRole('button', { name: /^Full history/ }).waitFor()
  const view = await topModal(page).innerText()
  await press(page, 'Full history')
  await topModal(page).getByText(`#${number} · ${title}`).filter({ visible: true }).waitFor()
  const history = await topModal(page).innerText()
  await closesAll(page)
  return [view, history, await page.getByRole('main').innerText()].join('\n')
}

/** Closes the modal in front, and those behind it. */
async function closesAll(page: Page): Promise<void> {
  await topModal(page).getByRole('button', { name: 'Close', exact: true }).last().click()
  await topModal(page).getByText(/^(History of|Done)/).waitFor({ state: 'hidden' })
  await closeModal(page)
}

describe('the life of a case in a browser', () => {
  const start = stories('socket')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('a held file, question, answer, escalation, solution, reopening on day 29 and not on day 31, and the related case', async () => {
    const { workspace, bot } = await start({ workspace: { pageDir } })
    workspace.updatePerson('U0DEMOAIKO', { locale: 'en-GB' })
    await bot.store.db.account.updateMany({ where: { email: 'aiko@hikari.example' }, data: { locale: 'en-GB' } })
    const as = (who: string, where: string): Promise<Page> => openAs(browser, workspace.url, who, where)
    const aiko = await as('Aiko Tanaka', '#case-updates')
    await typeCommand(aiko, '/case new acme.example')
    await chooseOption(aiko, 'Product type', '', 'Google Workspace')
    await fill(aiko, 'Title', title)
    await chooseOption(aiko, 'Category', 'late', 'Messages arrive late')
    await fill(aiko, 'What happens?', 'Messages from outside wait for hours.')
    await fill(aiko, 'When did it start?', 'This morning')
    await chooseOption(aiko, 'How many users are affected?', '', 'Several users')
    await attachFile(aiko, 'Attachments', { name: 'orders.txt', mimeType: 'text/plain', buffer: Buffer.from('order 1\ncard 4111 1111 1111 1111\n') })
    await submitModal(aiko)
    await cardShows(aiko, 'New', 'View case')
    const { number } = await bot.store.db.case.findFirstOrThrow({ where: { title } })

    const aikosMessages = await as('Aiko Tanaka', 'messages')
    await aikosMessages.getByText('is held back from case').waitFor()
    const tomas = await as('Tomas Dvorak', '#support-lounge')
    await typeCommand(tomas, '/case queue')
    const waiting = tomas.getByRole('button', { name: /^Take/ }).last()
    await waiting.waitFor()
    await screenshot(tomas, 'life-queue')
    await waiting.click()
    await tomas.getByText('taken by Tomas Dvorak').waitFor()
    await cardShows(aiko, 'In progress')
    expect(await readsAll(tomas, number)).not.toContain('orders.txt')

    await press(aikosMessages, 'Release')
    await sends(aikosMessages, 'Reason', 'A test card of the shop')
    await aikosMessages.getByText('is released').waitFor()
    await typeCommand(tomas, `/case ${number}`)
    await press(tomas, 'View case')
    await press(tomas, 'Get file')
    await topModal(tomas).getByText('is on its way').waitFor()
    await closesAll(tomas)
    const tomasMessages = await as('Tomas Dvorak', 'messages')
    await tomasMessages.getByText('From case').waitFor()
    await answers(tomas, number, 'Ask the team', 'Which servers send them?')
    await cardShows(aiko, 'Action required', 'Reply')
    await cardIn(aiko).getByRole('button', { name: /View thread/ }).click()
    await threadShows(aiko, /The desk waits for an answer from you/)
    await screenshot(aiko, 'life-asked')

    const dana = await as('Dana Reed', '#approvals')
    await typeCommand(dana, `/case note ${number}`)
    await sends(dana, 'Message', note)
    expect(await readsAll(dana, number)).toContain(note)
    const petra = await as('Petra Vogel', '#support-lounge')
    await typeCommand(petra, '/case list')
    await petra.getByText('waits for your side').waitFor()
    for (const other of [petra, tomas]) {
      const read = await readsAll(other, number)
      expect(read).toContain('Which servers send them?')
      expect(read).not.toContain(note)
    }
    await screenshot(petra, 'life-petra')

    await press(aikosMessages, 'Reply: case')
    await fill(aikosMessages, 'Message', 'Two of them, ask kenji@acme.example')
    await submitModal(aikosMessages)
    await topModal(aikosMessages).getByText('k•••@acme.example').waitFor()
    await sends(aikosMessages, 'Reason', 'He agreed')
    await cardShows(aiko, 'In progress')
    await tomasMessages.getByText('ask kenji@acme.example').waitFor()

    const omar = await as('Omar Said', '#approvals')
    await typeCommand(omar, '/portal policy')
    await chooseOption(omar, 'Needs a manager’s approval', '', 'Escalating a case')
    await submitModal(omar)
    await topModal(omar).getByText('is saved').waitFor()
    const other = await bot.store.db.case.findFirstOrThrow({ where: { title: standard } })
    await typeCommand(aiko, `/case escalate ${other.number}`)
    await topModal(aiko).getByText('this customer has Standard').waitFor()
    await closeModal(aiko)
    await typeCommand(aiko, `/case escalate ${number}`)
    await chooseOption(aiko, 'Reason', '', 'Business impact')
    await fill(aiko, 'Justification', 'Two hundred people wait.')
    await submitModal(aiko)
    await topModal(aiko).getByText(/waits for Dana Reed or Noor Aziz to approve/).waitFor()
    await closeModal(aiko)
    await press(dana, 'Approve')
    await submitModal(dana)
    await topModal(dana).getByText('Approved by Dana Reed').waitFor()
    await closeModal(dana)
    await cardShows(aiko, 'Escalated today')
    await tomasMessages.getByText('Two hundred people wait.').waitFor()

    const camille = await as('Camille Laurent', '#team-hikari')
    for (const [page, text] of [[camille, 'Logs follow.'], [aiko, 'No proxy in between.']] as const) {
      await typeCommand(page, `/case reply ${number}`)
      await fill(page, 'Message', text)
    }
    await submitModal(camille)
    await submitModal(aiko)
    await topModal(aiko).getByText('Logs follow.').waitFor()
    await screenshot(aiko, 'life-overtaken')
    expect(await topModal(aiko).getByLabel('Message', { exact: true }).inputValue()).toBe('No proxy in between.')
    await submitModal(aiko)
    await topModal(aiko).waitFor({ state: 'hidden' })

    await answers(tomas, number, 'Propose a solution', 'We restarted the queue.')
    await cardShows(aiko, 'Solution provided', 'Close case', 'Not solved')
    await aikosMessages.getByText('We restarted the queue.').waitFor()
    await press(aikosMessages, 'Not solved')
    await sends(aikosMessages, 'Message', 'Still late.')
    await cardShows(aiko, 'In progress')
    await threadShows(aiko, /the solution did not solve it/)
    await answers(tomas, number, 'Propose a solution', 'The other queue too.')
    await aikosMessages.getByText('The other queue too.').waitFor()
    await press(aikosMessages, 'Close case')
    await sends(aikosMessages, 'Reason', 'It worked.')
    await cardShows(aiko, 'Closed', 'Reopen case')
    await screenshot(aiko, 'life-closed')

    workspace.moveClock('+29d')
    await cardIn(aiko).getByRole('button', { name: /^Reopen case/ }).click()
    await sends(aiko, 'Reason', 'Late again.')
    await cardShows(aiko, 'In progress')
    await threadShows(aiko, /Aiko Tanaka reopened the case/)
    await typeCommand(aiko, `/case close ${number}`)
    await sends(aiko, 'Reason', 'Gone by itself.')
    await cardShows(aiko, 'Closed')

    workspace.moveClock('+31d')
    await typeCommand(aiko, `/case reopen ${number}`)
    await topModal(aiko).getByText(`Case #${number} could be reopened until`).waitFor()
    await screenshot(aiko, 'life-too-late')
    await press(aiko, 'File a related case')
    await topModal(aiko).getByText(`Related case: #${number}`).or(topModal(aiko).getByText(`Related to #${number}`)).waitFor()
    await fill(aiko, 'Title', 'The same delay is back')
    await fill(aiko, 'What happens?', 'Messages wait again.')
    await fill(aiko, 'When did it start?', 'Today')
    await chooseOption(aiko, 'How many users are affected?', '', 'Several users')
    await screenshot(aiko, 'life-related')
    await submitModal(aiko)
    await aiko.getByRole('main').getByText('The same delay is back').first().waitFor()
    const related = await bot.store.db.case.findFirstOrThrow({ where: { title: 'The same delay is back' } })
    expect(related.relatedCaseNumber).toBe(number)
    expect(await readsAll(petra, number)).toContain(`#${related.number}`)
  })
})
