/** Where delivery tells what it does; pino fits. Fields never hold tokens, addresses or what people wrote. */
export interface Log {
  debug(fields: object, words: string): void
  info(fields: object, words: string): void
  warn(fields: object, words: string): void
  error(fields: object, words: string): void
}
