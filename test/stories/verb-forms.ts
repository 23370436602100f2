import type { PlayedPerson, ShownForm } from '../support/person.js'
import type { Story } from '../support/story.js'

const forms = ['replyToDesk', 'addNote', 'changeSeverity', 'handOverCase', 'shareCase', 'escalateCase', 'closeCase', 'reopenCase', 'confirmText'] as const
export type VerbFormName = (typeof forms)[number]

/** Every form of what is done with a case, filled in by somebody who may. */
export async function verbForms(camille: PlayedPerson, { bot, workspace }: Story): Promise<Record<VerbFormName, ShownForm>> {
  const { db } = bot.store
  const { number, customerId } = await db.case.findFirstOrThrow({ where: { title: 'Vault export stops at 90 percent' } })
  const { supportTier } = await db.customer.findUniqueOrThrow({ where: { id: customerId } })
  const opens = async (verb: string, words: string): Promise<void> => {
    await camille.closes()
    await camille.types('#team-hikari', `/case ${verb.replace(' ', ` ${number} `)}`)
    await camille.seesModal(words)
  }
  await opens('note Private', 'Only your organization sees it')
  const addNote = camille.form()
  await opens('severity p2 It spreads', 'Severity now')
  const changeSeverity = camille.form()
  await opens('handover ', '"text":"Owner"')
  await camille.chooses('Owner', 'Aiko Tanaka')
  const handOverCase = camille.form()
  await opens('share it@wonka.example', '"text":"Share with"')
  const shareCase = camille.form()
  await db.customer.update({ where: { id: customerId }, data: { supportTier: 'PREMIUM' } })
  await opens('escalate Nobody can work', '"text":"Justification"')
  await camille.chooses('Reason', 'Business impact')
  const escalateCase = camille.form()
  await db.customer.update({ where: { id: customerId }, data: { supportTier } })
  await opens('close Solved', 'Ends the case')
  const closeCase = camille.form()
  const { state } = await db.case.findUniqueOrThrow({ where: { number } })
  await db.case.update({ where: { number }, data: { state: 'CLOSED', closedAt: workspace.now() } })
  await opens('reopen Again', 'can be reopened until')
  const reopenCase = camille.form()
  await db.case.update({ where: { number }, data: { state, closedAt: null } })
  await opens('reply Ask jane.doe@acme.example', 'Goes to the desk')
  const replyToDesk = camille.form()
  await camille.submits()
  await camille.seesModal('Personal data found')
  await camille.fills('Reason', 'They asked for it')
  const confirmText = camille.form()
  await camille.closes()
  await workspace.settled()
  return { replyToDesk, addNote, changeSeverity, handOverCase, shareCase, escalateCase, closeCase, reopenCase, confirmText }
}
