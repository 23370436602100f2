import { WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api'
import { ConfigError, isMissing } from '../config.js'
import type { Say } from '../locales/words.js'
import { StoreNotOpened } from '../main.js'
import { Told } from './told.js'

/** Why something did not start, in one line without a stack: what is wrong, and what to do. */
export function sayFailure(error: unknown, say: Say): string {
  if (error instanceof ConfigError) return say(isMissing(error) ? 'cli.missing_variable' : 'cli.wrong_variable', { variable: error.variable, expected: say(`cli.expects_${error.expects}`) })
  if (error instanceof Told) return error.message
  for (const cause of causesOf(error)) {
    if (cause instanceof WebAPIPlatformError) return say('cli.slack_refused', { error: cause.data.error })
    if (cause instanceof WebAPIRequestError) return say('cli.slack_unreachable', { error: firstLine(causesOf(cause).at(-1)) })
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EADDRINUSE') return say('cli.port_in_use', { port: String('port' in cause ? cause.port : '') })
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
      return say('cli.not_writable', { path: String('path' in cause ? cause.path : '') })
    }
  }
  if (error instanceof StoreNotOpened) return say('cli.store_not_opened', { error: firstLine(error.cause) })
  return say('cli.failed', { error: firstLine(error) })
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = []
  for (let at = error; at instanceof Error && causes.length < 8; at = at.cause ?? ('original' in at ? at.original : undefined)) causes.push(at)
  return causes
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n').find((line) => line.trim() !== '')?.trim() ?? 'unknown'
}
