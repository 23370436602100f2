import type { ViewResponseAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { SubmitCall } from '../listeners.js'
import { slackError } from '../places.js'
import { after } from '../running.js'

/** How one form is decided, and what is shown of it. `T`: what came of it, refusals and errors among it. */
export interface Submission<T> {
  /** Names the view that waits; no person's text. */
  name: string
  /** Never throws: whatever happens is an outcome that the person is told. */
  decide: () => Promise<T>
  /** The ack, when it was decided in time; undefined closes the view. */
  inTime: (outcome: T) => ViewResponseAction | undefined
  /** Stands while it takes longer than an ack may. */
  waiting: () => ModalView
  /** The last state of the view that waited. */
  afterwards: (outcome: T) => ModalView
  /** The view that waited was closed meanwhile. */
  closed: (outcome: T) => Promise<void>
}

/** Decides inside the ack while there is time (house rule 8); beyond that the view says so and ends with the result. */
export async function submitInTime<T>(call: SubmitCall, { name, decide, inTime, waiting, afterwards, closed }: Submission<T>): Promise<void> {
  const { edge } = call
  const deciding = decide().then((outcome) => ({ outcome }))
  const timeLeft = edge.ackBudget - (performance.now() - call.receivedAt)
  const decided = await Promise.race([deciding, after(Math.max(0, timeLeft)).then(() => null)])
  if (decided) return call.answer(inTime(decided.outcome))
  const externalId = `${name}.${edge.deps.newId()}`.slice(0, 255)
  await call.answer({ response_action: 'update', view: { ...waiting(), external_id: externalId } })
  const { outcome } = await deciding
  // The view exists once Slack has worked off our ack, which may take a moment.
  for (let attempt = 1; attempt <= 4; attempt++) {
    try {
      await edge.steady.views.update({ external_id: externalId, view: afterwards(outcome) })
      return
    } catch (error) {
      if (slackError(error) !== 'not_found') throw error
      if (attempt < 4) await after(attempt * 250)
    }
  }
  await closed(outcome)
}
