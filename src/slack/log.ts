import type { Logger, LogLevel } from '@slack/bolt'

/** What the edge needs of a log; pino's loggers are like it. */
export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** Tokens, one-time answer addresses and socket tickets: none of them belongs in a log. */
const secrets = /xox[a-z]-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+|https?:\/\/hooks\.slack\.com\/\S+|(?<=\bticket=)[\w.-]+|(?<=\bBearer )[\w.-]+/gi

export function withoutSecrets(text: string): string {
  return text.replace(secrets, '[left out]')
}

/**
 * An error as the log may tell it: its name, its message and where it came from. Prisma's messages show the whole query
 * with what was typed; only their last line says what was wrong.
 */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return withoutSecrets(String(error))
  const { name, message, stack = '' } = error
  const said = name.startsWith('Prisma') ? (message.trimEnd().split('\n').at(-1) ?? '') : message
  const where = stack.slice(stack.indexOf(message) + message.length).split('\n').filter((line) => /^\s+at /.test(line))
  return withoutSecrets([`${name}: ${said}`, ...where].join('\n'))
}

function lineOf(parts: unknown[]): string {
  return withoutSecrets(parts.map((part) => (part instanceof Error ? part.message : typeof part === 'string' ? part : (JSON.stringify(part) ?? String(part)))).join(' '))
}

/** Slack's libraries write through ours. Their whole payloads (debug) are never written: they hold what people said. */
export function slackLogger(log: Log, name: string): Logger {
  return {
    debug: () => undefined,
    info: (...parts: unknown[]) => log.debug({ from: name }, lineOf(parts)),
    warn: (...parts: unknown[]) => log.warn({ from: name }, lineOf(parts)),
    error: (...parts: unknown[]) => log.error({ from: name }, lineOf(parts)),
    setLevel: () => undefined,
    getLevel: () => 'info' as LogLevel,
    setName: () => undefined,
  }
}
