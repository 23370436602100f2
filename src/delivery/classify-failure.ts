import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import { SendFailure, type Failure } from './failure.js'

/** Slack's names for a place or person that will not come back. */
const goneForGood = new Set([
  'is_archived', 'user_not_found', 'users_not_found', 'user_disabled', 'cannot_dm_bot', 'messages_tab_disabled', 'thread_not_found',
])
/** Somebody has to invite the bot, reinstall it, or lift a restriction. */
const needsPeople = new Set([
  'channel_not_found', 'not_in_channel', 'restricted_action', 'restricted_action_read_only_channel', 'restricted_action_thread_only_channel',
  'invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'missing_scope', 'no_permission', 'access_denied',
  'ekm_access_denied', 'org_login_required', 'team_access_not_granted', 'not_allowed_token_type', 'two_factor_setup_required',
])
/** Slack may have done some of it before it failed. */
const mayBeDone = new Set(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable', 'team_added_to_org'])
const tooFast = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded'])
/** A request that never reached anybody. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** What an error means for the row that was being sent. Errors nobody foresaw count as unknown: looking is cheap, a double is not. */
export function classifyFailure(error: unknown, now: Date): Failure {
  if (error instanceof SendFailure) return error.failure
  if (error instanceof WebAPIRateLimitedError) {
    return { how: 'wait', until: inSeconds(now, error.retryAfter), words: `ratelimited for ${error.retryAfter} s` }
  }
  if (error instanceof WebAPIPlatformError) return ofSlackError(error.data.error, now)
  if (error instanceof WebAPIHTTPError) return ofHttpStatus(error.statusCode)
  if (error instanceof WebAPIRequestError) return ofConnection(error.original)
  return { how: 'unknown', words: wordsOf(error) }
}

/** Slack's `error` of an `ok: false` answer. */
export function ofSlackError(name: string, now: Date): Failure {
  if (tooFast.has(name)) return { how: 'wait', until: inSeconds(now, 60), words: name }
  if (goneForGood.has(name)) return { how: 'give_up', words: name }
  if (needsPeople.has(name)) return { how: 'retry', words: name, people: true }
  // An answer that is no error name is a proxy's page: nobody knows how far the call came.
  if (mayBeDone.has(name) || !/^[a-z0-9_]{1,80}$/.test(name)) return { how: 'unknown', words: name.slice(0, 80) }
  return { how: 'give_up', words: name }
}

export function ofHttpStatus(status: number): Failure {
  const words = `HTTP ${status}`
  return status >= 500 || status === 408 ? { how: 'unknown', words } : { how: 'retry', words, people: true }
}

export function ofConnection(error: unknown): Failure {
  const words = wordsOf(error)
  return causes(error).some((code) => neverSent.has(code)) ? { how: 'retry', words } : { how: 'unknown', words }
}

/** The codes along the chain of causes; `fetch failed` itself says nothing. */
function causes(error: unknown): string[] {
  const codes: string[] = []
  for (let at = error; at instanceof Error && codes.length < 8; at = at.cause) codes.push('code' in at ? String(at.code) : '')
  return codes
}

/** One line for the admin, without what was being sent, and to whom. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed'
  const code = causes(error).findLast((found) => found !== '')
  const words = error.name === 'TimeoutError' ? 'timeout' : error.message.split('\n')[0]!.replace(/\S+@\S+/g, '…')
  return `${words}${code ? ` (${code})` : ''}`.slice(0, 200)
}

function inSeconds(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}
