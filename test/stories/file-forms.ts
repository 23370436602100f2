import { actionIds } from '../../src/slack/views/ids.js'
import { placeIn, type PlayedPerson, type ShownForm } from '../support/person.js'
import type { Story } from '../support/story.js'

/** Of Camille's, on the case that every route is tried with. */
export const heldFile = 'file-held'
const releasedFile = 'file-released'

/** Every form about the files of a case, filled in by somebody who may. */
export async function fileForms(camille: PlayedPerson, { bot, workspace }: Story): Promise<Record<'attachFiles' | 'releaseFile' | 'requestRemoval', ShownForm>> {
  const { db } = bot.store
  const { number } = await db.case.findFirstOrThrow({ where: { title: 'Vault export stops at 90 percent' } })
  const { id: addedById } = await db.account.findFirstOrThrow({ where: { email: 'camille@hikari.example' } })
  const file = { caseNumber: number, mimeType: 'text/plain', size: 4, addedById, addedAt: workspace.now() }
  await db.attachment.createMany({
    data: [
      { ...file, id: heldFile, name: 'orders.csv', state: 'HELD', findings: [{ line: 2, kind: 'card', excerpt: '•••1111' }] },
      { ...file, id: releasedFile, name: 'late.log', state: 'RELEASED' },
    ],
  })
  const place = placeIn(await camille.asks('#team-hikari', '/case help', 'support cases'))
  const fills = async (actionId: string, id: string, words: string): Promise<ShownForm> => {
    await camille.forgesPress(actionId, id, place)
    await camille.seesModal(words)
    await camille.fills('Reason', 'They asked for it')
    const form = camille.form()
    await camille.closes()
    return form
  }
  const releaseFile = await fills(actionIds.releaseFile, heldFile, 'Found in *orders.csv*')
  const requestRemoval = await fills(actionIds.requestRemoval, releasedFile, 'The desk decides whether')
  await camille.types('#team-hikari', `/case attach ${number}`)
  await camille.seesModal('"text":"Attachments"')
  await camille.attaches('Attachments', camille.upload('more.txt', 'text/plain', 'late since nine'))
  const attachFiles = camille.form()
  await camille.closes()
  await workspace.settled()
  return { attachFiles, releaseFile, requestRemoval }
}

/** What a press of each button about files brings. */
export const filePresses = {
  [actionIds.getFile]: { value: { type: 'button', value: heldFile }, in: null },
  [actionIds.releaseFile]: { value: { type: 'button', value: heldFile }, in: null },
  [actionIds.withdrawFile]: { value: { type: 'button', value: heldFile }, in: null },
  [actionIds.requestRemoval]: { value: { type: 'button', value: releasedFile }, in: null },
  [actionIds.fileMenu]: {
    value: { type: 'overflow', selected_option: { text: { type: 'plain_text', text: 'Withdraw' }, value: `withdraw:${heldFile}` } }, in: null,
  },
}
