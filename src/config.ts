/** The environment, read once. Nothing else reads `process.env`. */
import { join } from 'node:path'
import { z } from 'zod'

/** How the bot reaches Slack; `sandbox`: no tokens were given, so a local workspace is started for it. */
export type SlackConfig =
  | { mode: 'sandbox' }
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl?: string }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl?: string }

export interface Config {
  slack: SlackConfig
  port: number
  /** `file:…` or `postgresql://…`. */
  databaseUrl: string
  dataDir: string
  seed: 'demo' | null
  /** Lower case. */
  superAdmins: string[]
  /** For domains that have none yet. `domain` null: for the first reseller domain of the directory. */
  updatesChannels: { domain: string | null; channel: string }[]
  logLevel: LogLevel | null
  mail: { smtpUrl: string; from: string } | null
  sandboxPort: number
  /** Of the person at the terminal, BCP 47. */
  locale: string
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** What is expected where nothing was given; everything else is of a value that was. */
const expectedOfMissing: readonly Expects[] = ['token_pair', 'bot_token_missing', 'mail_from_missing', 'smtp_url_missing']

export const isMissing = ({ expects }: ConfigError): boolean => expectedOfMissing.includes(expects)

/** Thrown when a variable is wrong or missing. Worded by the catalog's `cli.expects_…`; holds no value of any variable. */
export class ConfigError extends Error {
  readonly variable: string
  readonly expects: Expects
  constructor(variable: string, expects: Expects) {
    super(`${variable}: ${expects}`)
    this.name = 'ConfigError'
    this.variable = variable
    this.expects = expects
  }
}

export type Env = Readonly<Record<string, string | undefined>>

const domain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/
const channel = /^[^\s,=#]{1,80}$/
const port = z.coerce.number().int().min(1).max(65_535)
const words = z.string().transform((text) => text.split(',').map((word) => word.trim()).filter((word) => word !== ''))
const urlOf = (protocol: RegExp) => z.url({ protocol, hostname: /./ })

const updatesChannels = words.pipe(
  z
    .array(
      z.string().transform((entry) => {
        const [before, after] = entry.includes('=') ? entry.split(/=(.*)/s) : [null, entry]
        return { domain: before?.trim().toLowerCase() ?? null, channel: (after ?? '').trim().replace(/^#/, '') }
      }),
    )
    .refine((entries) => entries.every((entry) => channel.test(entry.channel) && (entry.domain === null || domain.test(entry.domain))))
    .refine((entries) => new Set(entries.map((entry) => entry.domain)).size === entries.length)
    // Updates of two domains are never mixed in one channel (SCOPE-1).
    .refine((entries) => new Set(entries.map((entry) => entry.channel)).size === entries.length),
)

/** What each variable has to be like, under the name of its explanation. */
const kinds = {
  text: z.string(),
  bot_token: z.string().regex(/^(xoxe\.)?xoxb-\S+$/),
  app_token: z.string().regex(/^xapp-\S+$/),
  any_token: z.string().regex(/^\S+$/),
  secret: z.string().regex(/^\S{8,}$/),
  port,
  api_url: urlOf(/^https?$/).transform((url) => (url.endsWith('/') ? url : `${url}/`)),
  database_url: z.union([z.string().regex(/^file:.+/), z.url({ protocol: /^postgres(ql)?$/ })]),
  seed: z.literal('demo'),
  emails: words.pipe(z.array(z.email().toLowerCase())),
  updates_channel: updatesChannels,
  log_level: z.enum(logLevels),
  smtp_url: urlOf(/^smtps?$/),
  mail_from: z.string().regex(/^([^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/),
} as const

export type Expects = keyof typeof kinds | 'updates_channel_taken' | 'token_pair' | 'bot_token_missing' | 'mail_from_missing' | 'smtp_url_missing'

/** The process's own environment. */
export function readConfig(): Config {
  return parseConfig(process.env)
}

/** The language to say a wrong environment in. */
export function terminalLocale(): string {
  return localeOf(process.env)
}

/** Reads the environment, or throws `ConfigError` for the first variable that is wrong or missing. */
export function parseConfig(env: Env): Config {
  const read = <K extends keyof typeof kinds>(variable: string, kind: K): z.output<(typeof kinds)[K]> | undefined => {
    const value = env[variable]?.trim()
    if (!value) return undefined
    const parsed = kinds[kind].safeParse(value)
    if (!parsed.success) throw new ConfigError(variable, kind)
    return parsed.data as z.output<(typeof kinds)[K]>
  }
  const dataDir = read('ONBEHALF_DATA_DIR', 'text') ?? './data'
  const slack = readSlack(env, read('SLACK_API_URL', 'api_url'), read)
  return {
    slack,
    port: read('PORT', 'port') ?? 3000,
    // The sandbox never touches the store of a real bot that runs from the same folder.
    databaseUrl: read('DATABASE_URL', 'database_url') ?? `file:${join(dataDir, slack.mode === 'sandbox' ? 'sandbox' : '', 'onbehalf.db')}`,
    dataDir,
    seed: read('ONBEHALF_SEED', 'seed') ?? null,
    superAdmins: read('ONBEHALF_SUPER_ADMINS', 'emails') ?? [],
    updatesChannels: read('ONBEHALF_UPDATES_CHANNEL', 'updates_channel') ?? [],
    logLevel: read('LOG_LEVEL', 'log_level') ?? null,
    mail: readMail(read('ONBEHALF_SMTP_URL', 'smtp_url'), read('ONBEHALF_MAIL_FROM', 'mail_from')),
    sandboxPort: read('ONBEHALF_SANDBOX_PORT', 'port') ?? 3333,
    locale: localeOf(env),
  }
}

type ReadToken = (variable: string, kind: 'bot_token' | 'app_token' | 'any_token' | 'secret') => string | undefined

function readSlack(env: Env, apiUrl: string | undefined, read: ReadToken): SlackConfig {
  // A server that only speaks Slack's language makes up tokens of its own.
  const botToken = read('SLACK_BOT_TOKEN', apiUrl ? 'any_token' : 'bot_token')
  const appToken = read('SLACK_APP_TOKEN', apiUrl ? 'any_token' : 'app_token')
  const signingSecret = read('SLACK_SIGNING_SECRET', apiUrl ? 'any_token' : 'secret')
  const api = apiUrl ? { apiUrl } : {}
  if (botToken && appToken) return { mode: 'socket', botToken, appToken, ...api }
  if (botToken && signingSecret) return { mode: 'http', botToken, signingSecret, ...api }
  if (botToken) throw new ConfigError('SLACK_APP_TOKEN', 'token_pair')
  if (appToken || signingSecret || apiUrl) throw new ConfigError('SLACK_BOT_TOKEN', 'bot_token_missing')
  return { mode: 'sandbox' }
}

function readMail(smtpUrl: string | undefined, from: string | undefined): Config['mail'] {
  if (smtpUrl && from) return { smtpUrl, from }
  if (smtpUrl) throw new ConfigError('ONBEHALF_MAIL_FROM', 'mail_from_missing')
  if (from) throw new ConfigError('ONBEHALF_SMTP_URL', 'smtp_url_missing')
  return null
}

/** The terminal's language, from `LC_ALL`, `LC_MESSAGES` or `LANG` in the order of POSIX; English if they name none. */
export function localeOf(env: Env): string {
  const posix = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  const locale = posix.split(/[.@]/)[0]!.replaceAll('_', '-')
  return /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?$/.test(locale) ? locale : 'en'
}
