/** /portal against the stand-in, as Aiko: an agent of hikari.example, and a super admin of boreal.example too. */
import type { Message, OpenView } from '../../../src/sandbox/protocol.js'
import { wordsOf } from '../../support/person.js'
import { edgeStories } from '../edge-story.js'

export type PortalStory = Awaited<ReturnType<ReturnType<typeof portalStories>>>

/** To be called in a describe-block. */
export function portalStories() {
  const start = edgeStories()
  return async () => {
    const story = await start()
    const { aiko, workspace, world, boreal } = story
    const { accountId } = await world.account('aiko@boreal.example', boreal, {
      name: 'Aiko of Boreal', personEmail: 'aiko@hikari.example', privileges: ['ADMINISTER', 'SUPPORT'], slackUserId: null,
    })
    const { db } = world.store
    await db.organizationalUnit.create({ data: { id: 'unit-auto', organizationId: boreal, path: '/Support', automaticLicensing: true } })
    await db.licencePool.create({ data: { organizationId: boreal, ordered: true, total: 2 } })

    return {
      ...story,
      /** Aiko's account on boreal.example. */
      accountId,

      async choose(message: Message, domain: string): Promise<void> {
        const block = message.blocks!.find((each) => wordsOf({ ...message, text: '', blocks: [each] }).includes('switch_account'))!
        const option = { text: { type: 'plain_text', text: domain }, value: domain }
        await workspace.act(aiko.id, {
          do: 'action', place: { channel: message.channel, ts: message.ts }, blockId: block.block_id!, actionId: 'switch_account', value: { type: 'static_select', selected_option: option }, state: {},
        })
      },

      async actsAsAdmin(): Promise<void> {
        await aiko.types('#team', '/portal switch bor')
        await aiko.sees('You act on boreal.example now')
      },

      async typesAlertAddress(address: string): Promise<void> {
        await aiko.types('#team', '/portal alerts')
        await aiko.seesModal('Alert address')
        await aiko.fills('Alert address', address)
      },

      /** *Manage* at the row whose button has this value. */
      async opens(list: OpenView, actionId: string, value: string): Promise<void> {
        const row = list.view.blocks.find((block) => JSON.stringify(block).includes(`"value":"${value}"`))!
        await workspace.act(aiko.id, { do: 'action', place: { viewId: list.id }, actionId, value: {}, state: {}, blockId: String(row.block_id) })
      },

      /** The list underneath is drawn after the form in front of it. */
      everyModalSays: (words: string, count: number): Promise<unknown> => workspace.until(() => {
        const views = aiko.modals().map((modal) => JSON.stringify(modal.view))
        return views.length === count && views.every((view) => view.includes(words))
      }, `${count} modals with ${words}`),

      auditOf: (action: string): Promise<number> => db.audit.count({ where: { action } }),
    }
  }
}
