/** Where a person stands and is answered. */
import type { RespondFn } from '@slack/bolt'
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'
import type { Reader } from '../locales/words.js'
import type { Edge } from './edge.js'
import { notice } from './views/notice.js'
import type { Message } from './views/blocks.js'
import { noticeView } from './views/reading-views.js'
import { strangerHome } from './views/home-view.js'

export interface Place {
  /** Says plain words there; never throws. */
  tell(text: string, reader: Reader): Promise<void>
}

/** Says a message to one person alone: where the command or button was, by its answer address, else by direct message. */
export async function sayPrivately(edge: Edge, userId: string, respond: RespondFn | undefined, message: Message, replace = false): Promise<void> {
  if (respond) {
    try {
      await respond({ ...message, response_type: 'ephemeral', replace_original: replace })
      return
    } catch (error) {
      // Used up, expired, or its channel is gone: the direct message always has room.
      edge.log.info({ error: String(error) }, 'an answer address did not take the answer')
    }
  }
  await edge.steady.chat.postMessage({ channel: userId, ...message })
}

export function privatePlace(edge: Edge, userId: string, respond?: RespondFn): Place {
  return { tell: (text) => sayPrivately(edge, userId, respond, notice(text)).catch((error: unknown) => logLost(edge, error)) }
}

/** How a view is named to Slack: by Slack's id, or by ours. */
export type ViewName = { view_id: string } | { external_id: string }

/** A modal: its whole content becomes the words. Closed meanwhile: they go by direct message. */
export function modalPlace(edge: Edge, userId: string, name: ViewName): Place {
  return {
    tell: async (text, reader) => {
      try {
        await edge.steady.views.update({ ...name, view: noticeView(text, reader) })
      } catch {
        await privatePlace(edge, userId).tell(text, reader)
      }
    },
  }
}

/** In front of a modal, which stays with all that is typed in it; by direct message where it cannot be opened any more. */
export function overModalPlace(edge: Edge, userId: string, triggerId: string): Place {
  return {
    tell: async (text, reader) => {
      try {
        await edge.once.views.push({ trigger_id: triggerId, view: noticeView(text, reader) })
      } catch (error) {
        // The first delivery of the same press has said it.
        if (slackError(error).includes('exchanged')) return
        await privatePlace(edge, userId).tell(text, reader)
      }
    },
  }
}

export function homePlace(edge: Edge, userId: string): Place {
  return {
    tell: async (text, reader) => {
      await edge.steady.views.publish({ user_id: userId, view: strangerHome(text, reader) }).catch((error: unknown) => logLost(edge, error))
    },
  }
}

function logLost(edge: Edge, error: unknown): void {
  edge.log.error({ error: String(error) }, 'words could not be delivered')
}

/** Whether Slack may have done what it was asked, and only its answer was lost. */
export function isLostAnswer(error: unknown): boolean {
  return !(error instanceof WebAPIPlatformError) && !(error instanceof WebAPIRateLimitedError)
}

/** Slack's name for what went wrong with a call; empty when it was something else. */
export function slackError(error: unknown): string {
  return error instanceof WebAPIPlatformError ? error.data.error : ''
}
