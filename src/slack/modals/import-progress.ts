import type { ModalView } from '@slack/types'
import type { Edge } from '../edge.js'
import { slackError } from '../places.js'
import { after } from '../running.js'

/** A view that changes while something long is done. */
export interface Progress {
  /** Shows it, at most once a second; what comes in between is left out. */
  tell(view: ModalView): void
  /** Shows the last view; false when the person closed it meanwhile, or Slack does not take it. */
  end(view: ModalView): Promise<boolean>
}

const atMostEveryMilliseconds = 1000

/** `externalId`: ours, of the view that the ack has put there. */
export function showProgress({ steady, quick, log }: Pick<Edge, 'steady' | 'quick' | 'log'>, externalId: string): Progress {
  let shownAt = performance.now()
  let showing: Promise<unknown> = Promise.resolve()
  return {
    tell(view) {
      if (performance.now() - shownAt < atMostEveryMilliseconds) return
      shownAt = performance.now()
      showing = quick.views.update({ external_id: externalId, view: { ...view, external_id: externalId } })
        .catch((error: unknown) => log.debug({ error: String(error) }, 'the progress of an import could not be shown'))
    },
    async end(view) {
      // One that arrives late would stand over the outcome.
      await showing
      for (let attempt = 1; attempt <= 4; attempt += 1) {
        try {
          await steady.views.update({ external_id: externalId, view })
          return true
        } catch (error) {
          // The view exists once Slack has worked off our ack, which may take a moment.
          if (slackError(error) !== 'not_found') {
            log.error({ error: String(error) }, 'the outcome of an import could not be shown in its view')
            return false
          }
          if (attempt < 4) await after(attempt * 250)
        }
      }
      return false
    },
  }
}
