/** What the team does with a case, against the stand-in: Aiko and Ben of hikari.example in one channel. */
import { expect } from 'vitest'
import type { AccountActor } from '../../../src/domain/actor.js'
import type { Message } from '../../../src/sandbox/protocol.js'
import type { CaseAction } from '../../../src/domain/cases/case-actions.js'
import type { CaseState } from '../../../src/domain/words.js'
import { caseButtons } from '../../../src/slack/views/cases/case-buttons.js'
import { edgeStories } from '../edge-story.js'

export type VerbStory = Awaited<ReturnType<ReturnType<typeof verbStories>>>

/** To be called in a describe-block. */
export function verbStories() {
  const start = edgeStories()
  return async (more: { ackBudget?: number } = {}) => {
    const story = await start({ ...more, others: ['Ben'] })
    const { world, acme, actor, workspace, aiko } = story
    const { db } = world.store
    const benRow = await db.account.findFirstOrThrow({ where: { email: 'ben@hikari.example' } })

    return {
      ...story,
      db,
      ben: story.others[0]!,
      benActor: (await world.actor(benRow.id)) satisfies AccountActor,

      /** A case of Acme that Aiko filed; its number. */
      filed: (state: CaseState = 'IN_PROGRESS', of: Parameters<typeof world.case>[2] = {}): Promise<number> =>
        world.case(acme.id, actor, { title: 'Calendar is empty', state, ...(state === 'CLOSED' && { closedAt: new Date() }), ...of }),

      row: (number: number) => db.case.findUniqueOrThrow({ where: { number } }),

      /** Kind and text of the history, oldest first. */
      history: async (number: number): Promise<[string, string | null][]> =>
        (await db.caseEvent.findMany({ where: { caseNumber: number }, orderBy: { id: 'asc' } })).map(({ kind, text }) => [kind, text]),

      /** What Aiko left behind in forms. */
      kept: () => db.keptForm.findMany({ select: { form: true, values: true } }),

      /** A message of the bot's in #team with the buttons of a case, as a card or an update in its thread has them. */
      async posts(number: number, may: CaseAction[], thread?: string): Promise<Message> {
        const answer = await fetch(`${workspace.apiUrl}chat.postMessage`, {
          method: 'POST',
          headers: { authorization: 'Bearer xoxb-edge', 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify({ channel: 'C1', text: `card of ${number}`, blocks: caseButtons(number, may, { locale: 'en-GB', timeZone: 'UTC' }), ...(thread && { thread_ts: thread }) }),
        })
        const { ts } = await answer.json() as { ts: string }
        return workspace.until(() => workspace.stateOf(aiko.id).messages.find((message) => message.ts === ts), 'the message')
      },
    }
  }
}

/** Submits while the store keeps everybody waiting, until the form says so. */
export async function submitLate(story: VerbStory): Promise<void> {
  const release = story.holdStore()
  expect(await story.aiko.submits()).toEqual({ ok: true })
  await story.aiko.seesModal('Saving')
  release()
}
