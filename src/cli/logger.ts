import { pino, type Logger } from 'pino'
import type { LogLevel } from '../config.js'

/** Logs to standard error: standard output is for what a command answers. */
export function createLogger(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['*.token', '*.authorization', '*.headers.authorization', 'err.config', 'err.options'], censor: '[hidden]' },
    },
    pino.destination({ fd: 2, sync: true }),
  )
}
