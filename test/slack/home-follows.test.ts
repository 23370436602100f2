import { expect, test } from 'vitest'
import { stories } from '../support/story.js'

const start = stories('socket')

test('Home follows a switch that was typed, though nobody opens it again (SCOPE-1)', async () => {
  const { person, workspace } = await start()
  const mei = person('mei')
  await mei.opensHome('mei@hikari.example')
  await mei.asks('#team-hikari', '/portal switch boreal.example', 'You act on boreal.example now')
  const home = () => JSON.stringify(workspace.stateOf('U0DEMOMEI').home)
  await workspace.until(() => home().includes('mei@boreal.example'), 'Home of the other domain')
  expect(home()).not.toMatch(/Wonka|Nakatomi|Tyrell/)
})
