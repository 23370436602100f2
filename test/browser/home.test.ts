import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsFor } from '../../src/locales/words.js'
import { stories } from '../support/story.js'
import { chooseOption, fill, launchBrowser, openAs, press, screenshot, submitModal, topModal } from './support.js'

const pageDir = 'dist/sandbox/page'
const ja = wordsFor({ locale: 'ja-JP', timeZone: 'Asia/Tokyo' })

function panel(page: Page): Locator {
  return page.getByRole('main').getByRole('tabpanel')
}

/** The numbers of the cases under a heading, in order; empty while nothing stands there. */
async function numbersBelow(page: Page, heading: string): Promise<string[]> {
  const [, below = ''] = (await panel(page).innerText()).split(heading)
  return [...below.matchAll(/^#(\d+) · /gm)].map(([, number]) => number!)
}

function shows(page: Page, heading: string, numbers: string[]): Promise<void> {
  return expect.poll(() => numbersBelow(page, heading), { timeout: 10_000 }).toEqual(numbers)
}

describe('App Home in a browser', () => {
  const start = stories('socket')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('Aiko sees what waits for her and finds cases by filters; Tomas turns the pages of all cases on a phone', async () => {
    const { workspace } = await start({ workspace: { pageDir } })
    const aiko = await openAs(browser, workspace.url, 'Aiko Tanaka', 'home')
    const cases = ja('home.cases_RESELLER')
    const all = ['1014', '1011', '1010', '1008', '1007', '1003', '1002']
    await shows(aiko, cases, all)
    expect((await numbersBelow(aiko, ja('home.waits'))).slice(0, 2)).toEqual(['1008', '1007'])
    await screenshot(aiko, 'home-aiko')

    await press(aiko, ja('lists.only_mine'))
    await shows(aiko, cases, ['1011', '1008', '1007', '1002'])
    await press(aiko, `🙋 ${ja('cases.state_ACTION_REQUIRED')}: 1`)
    await shows(aiko, cases, ['1008'])
    await screenshot(aiko, 'home-aiko-filtered')
    await press(aiko, ja('lists.show_all'))
    await shows(aiko, cases, all)

    await chooseOption(aiko, ja('home.choose_customer'), 'wonka', /Wonka/)
    await shows(aiko, ja('home.cases_of_customer', { customer: 'Wonka Chocolate' }), ['1014', '1007', '1002'])
    await press(aiko, ja('home.all_customers'))
    await shows(aiko, cases, all)

    await press(aiko, ja('lists.filters'))
    await fill(aiko, ja('lists.label_words'), 'zebra')
    await submitModal(aiko)
    await panel(aiko).getByText(ja('home.nothing_matches')).waitFor()
    await screenshot(aiko, 'home-aiko-nothing')
    await press(aiko, ja('lists.filters'))
    expect(await topModal(aiko).getByLabel(ja('lists.label_words'), { exact: true }).inputValue()).toBe('zebra')
    await fill(aiko, ja('lists.label_words'), 'storage')
    await submitModal(aiko)
    await shows(aiko, cases, ['1011'])

    const tomas = await openAs(browser, workspace.url, 'Tomas Dvorak', 'home', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
    const first = ['1014', '1013', '1011', '1012', '1004', '1010', '1009', '1008', '1005', '1007']
    await shows(tomas, 'All cases', first)
    expect(await panel(tomas).getByText('Pending approval').count()).toBe(0)
    await press(tomas, 'Next page')
    await shows(tomas, 'All cases', ['1006', '1003', '1002', '1001'])
    await panel(tomas).getByText('That is all.').scrollIntoViewIfNeeded()
    await screenshot(tomas, 'home-tomas-last-phone')
    await press(tomas, 'Previous page')
    await shows(tomas, 'All cases', first)
    await press(tomas, 'Take')
    await panel(tomas).getByText('taken by Tomas Dvorak').waitFor()
    await press(tomas, 'Only mine')
    await expect.poll(() => numbersBelow(tomas, 'All cases')).toContain('1014')
    await screenshot(tomas, 'home-tomas-taken-phone')
  })
})
