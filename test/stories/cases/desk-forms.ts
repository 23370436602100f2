import type { ShownForm } from '../../support/person.js'
import type { Story } from '../../support/story.js'

const forms = ['answerCase', 'portalNumber', 'recordReply', 'portalCopy'] as const
export type DeskFormName = (typeof forms)[number]

/** Every form of the desk's in Slack and of the one in a web portal, filled in by somebody who may. */
export async function deskForms({ person, bot, workspace }: Story): Promise<Record<DeskFormName, ShownForm>> {
  const { db } = bot.store
  const [tomas, sven] = [person('tomas'), person('sven')]
  const here = await db.case.findFirstOrThrow({ where: { title: 'Vault export stops at 90 percent' } })
  const carried = await db.case.findFirstOrThrow({ where: { title: 'Directory sync removes contractors from groups' } })
  await tomas.types('#support-lounge', `/case answer ${here.number} Restart it.`)
  await tomas.seesModal('"text":"New state"')
  const answerCase = tomas.form()
  await tomas.closes()

  const opens = async (button: string, words: string): Promise<ShownForm> => {
    await sven.presses(button, await sven.asks('#team-boreal', `/case ${carried.number}`, `"text":"${button}"`))
    await sven.seesModal(words)
    return sven.form()
  }
  const portalNumber = await opens('Record portal number', 'Correct the number')
  await sven.fills('Portal number', 'C-7')
  const numbered = { ...portalNumber, state: sven.form().state }
  await sven.closes()
  await opens('Record desk reply', '"text":"New state"')
  await sven.fills('Message', 'Fixed in version 5.')
  const recordReply = sven.form()
  await sven.closes()
  await db.case.update({ where: { number: carried.number }, data: { portalNumber: null } })
  await opens('Copy for the portal', '"text":"Portal number"')
  await sven.fills('Portal number', 'C-7')
  const portalCopy = sven.form()
  await sven.closes()
  await db.case.update({ where: { number: carried.number }, data: { portalNumber: carried.portalNumber } })
  await workspace.settled()
  return { answerCase, portalNumber: numbered, recordReply, portalCopy }
}
