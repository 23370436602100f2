/** Filling in the filing form as an English reader does. */
import type { PlayedPerson } from './person.js'

/** Opens the form for a customer and waits until it can be filled in. */
export async function opensForm(person: PlayedPerson, customer: string, channel = '#team-hikari'): Promise<void> {
  await person.types(channel, `/case new ${customer}`)
  await person.seesModal('"text":"Severity"')
}

export const delayed = 'Messages arrive late'

/** Everything a delayed-mail case needs, but for the submit. */
export async function describesDelay(person: PlayedPerson, { title = 'Mail from outside arrives hours late', what = 'Messages from outside wait for hours.' } = {}): Promise<void> {
  await person.chooses('Product type', 'Google Workspace')
  await person.fills('Title', title)
  await person.chooses('Category', delayed, 'mail late')
  await person.seesModal('What happens?')
  await person.fills('What happens?', what)
  await person.fills('When did it start?', 'This morning')
  await person.chooses('How many users are affected?', 'Several users')
}

/** The number in "Case #1042 ...". */
export function numberIn(words: string): number {
  const found = /#(\d{4,})/.exec(words)
  if (!found) throw new Error(`no case number in: ${words}`)
  return Number(found[1])
}
