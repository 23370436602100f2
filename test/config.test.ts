import { describe, expect, test } from 'vitest'
import { ConfigError, localeOf, parseConfig, type Env } from '../src/config.js'
import { wordsFor } from '../src/locales/words.js'
import { sayFailure } from '../src/cli/say-failure.js'

const bot = { SLACK_BOT_TOKEN: 'xoxb-1-abc' }
const socket = { ...bot, SLACK_APP_TOKEN: 'xapp-1-abc' }

function failureOf(env: Env): ConfigError {
  try {
    parseConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('accepted')
}

describe('how the bot reaches Slack', () => {
  test.each<[string, Env, object]>([
    ['nothing: the sandbox', {}, { mode: 'sandbox' }],
    ['empty values count as nothing', { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '  ' }, { mode: 'sandbox' }],
    ['bot and app token: Socket Mode', socket, { mode: 'socket', botToken: 'xoxb-1-abc', appToken: 'xapp-1-abc' }],
    ['bot token and secret: HTTP', { ...bot, SLACK_SIGNING_SECRET: 'a1b2c3d4e5' }, { mode: 'http', botToken: 'xoxb-1-abc', signingSecret: 'a1b2c3d4e5' }],
    ['all three: Socket Mode', { ...socket, SLACK_SIGNING_SECRET: 'a1b2c3d4e5' }, { mode: 'socket', botToken: 'xoxb-1-abc', appToken: 'xapp-1-abc' }],
    [
      'another API makes up its own tokens',
      { SLACK_API_URL: 'http://localhost:4000/api', SLACK_BOT_TOKEN: 'any', SLACK_APP_TOKEN: 'thing' },
      { mode: 'socket', botToken: 'any', appToken: 'thing', apiUrl: 'http://localhost:4000/api/' },
    ],
  ])('%s', (_what, env, slack) => expect(parseConfig(env).slack).toEqual(slack))
})

describe('a wrong or missing value names its variable', () => {
  test.each<[Env, string, string]>([
    [bot, 'SLACK_APP_TOKEN', 'token_pair'],
    [{ SLACK_APP_TOKEN: 'xapp-1-abc' }, 'SLACK_BOT_TOKEN', 'bot_token_missing'],
    [{ SLACK_SIGNING_SECRET: 'a1b2c3d4e5' }, 'SLACK_BOT_TOKEN', 'bot_token_missing'],
    [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN', 'bot_token'],
    [{ ...bot, SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN', 'app_token'],
    [{ ...bot, SLACK_SIGNING_SECRET: 'short' }, 'SLACK_SIGNING_SECRET', 'secret'],
    [{ ...socket, SLACK_API_URL: 'slack.example' }, 'SLACK_API_URL', 'api_url'],
    [{ PORT: '0' }, 'PORT', 'port'],
    [{ PORT: '70000' }, 'PORT', 'port'],
    [{ PORT: 'http' }, 'PORT', 'port'],
    [{ DATABASE_URL: 'mysql://localhost/onbehalf' }, 'DATABASE_URL', 'database_url'],
    [{ DATABASE_URL: 'data.db' }, 'DATABASE_URL', 'database_url'],
    [{ ONBEHALF_SEED: 'yes' }, 'ONBEHALF_SEED', 'seed'],
    [{ ONBEHALF_SUPER_ADMINS: 'omar@hikari.example, elsa' }, 'ONBEHALF_SUPER_ADMINS', 'emails'],
    [{ ONBEHALF_UPDATES_CHANNEL: 'hikari.example=' }, 'ONBEHALF_UPDATES_CHANNEL', 'updates_channel'],
    [{ ONBEHALF_UPDATES_CHANNEL: 'not a domain=C1' }, 'ONBEHALF_UPDATES_CHANNEL', 'updates_channel'],
    [{ ONBEHALF_UPDATES_CHANNEL: 'a.example=C1,a.example=C2' }, 'ONBEHALF_UPDATES_CHANNEL', 'updates_channel'],
    [{ ONBEHALF_UPDATES_CHANNEL: 'a.example=C1,b.example=C1' }, 'ONBEHALF_UPDATES_CHANNEL', 'updates_channel'],
    [{ ONBEHALF_UPDATES_CHANNEL: '#team,b.example=team' }, 'ONBEHALF_UPDATES_CHANNEL', 'updates_channel'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'log_level'],
    [{ ONBEHALF_SMTP_URL: 'mail.example', ONBEHALF_MAIL_FROM: 'a@b.example' }, 'ONBEHALF_SMTP_URL', 'smtp_url'],
    [{ ONBEHALF_SMTP_URL: 'smtp://mail.example' }, 'ONBEHALF_MAIL_FROM', 'mail_from_missing'],
    [{ ONBEHALF_MAIL_FROM: 'a@b.example' }, 'ONBEHALF_SMTP_URL', 'smtp_url_missing'],
    [{ ONBEHALF_SMTP_URL: 'smtp://mail.example', ONBEHALF_MAIL_FROM: 'Support' }, 'ONBEHALF_MAIL_FROM', 'mail_from'],
  ])('%o', (env, variable, expects) => expect(failureOf(env)).toMatchObject({ variable, expects }))

  test('a value that is wrong is told apart from one that is missing', () => {
    const told = (env: Env) => sayFailure(failureOf(env), wordsFor({ locale: 'en', timeZone: 'UTC' }))
    expect(told({ PORT: 'http' })).toBe('PORT is wrong: expected a port number from 1 to 65535.')
    expect(told(bot)).toMatch(/^SLACK_APP_TOKEN is missing: beside SLACK_BOT_TOKEN the bot needs/)
  })

  test.each(['en', 'ja'])('in one line, without the value (%s)', (locale) => {
    const env = { SLACK_BOT_TOKEN: 'xoxp-very-secret', SLACK_APP_TOKEN: 'xapp-1' }
    const words = sayFailure(failureOf(env), wordsFor({ locale, timeZone: 'UTC' }))
    expect(words).toContain('SLACK_BOT_TOKEN')
    expect(words).not.toContain('very-secret')
    expect(words).not.toContain('\n')
  })
})

describe('values', () => {
  test('defaults', () => {
    expect(parseConfig(socket)).toEqual({
      slack: { mode: 'socket', botToken: 'xoxb-1-abc', appToken: 'xapp-1-abc' },
      port: 3000, databaseUrl: 'file:data/onbehalf.db', dataDir: './data', seed: null, superAdmins: [], updatesChannels: [],
      logLevel: null, mail: null, sandboxPort: 3333, locale: 'en',
    })
  })

  test('the sandbox never shares a bot’s store by default', () => {
    expect(parseConfig({}).databaseUrl).toBe('file:data/sandbox/onbehalf.db')
    expect(parseConfig({ ONBEHALF_DATA_DIR: '/var/lib/onbehalf' }).databaseUrl).toBe('file:/var/lib/onbehalf/sandbox/onbehalf.db')
    expect(parseConfig({ DATABASE_URL: 'file:mine.db' }).databaseUrl).toBe('file:mine.db')
  })

  test.each([
    ['C0123456789', [{ domain: null, channel: 'C0123456789' }]],
    ['#case-updates', [{ domain: null, channel: 'case-updates' }]],
    ['Hikari.example=C1, boreal.example=#team', [{ domain: 'hikari.example', channel: 'C1' }, { domain: 'boreal.example', channel: 'team' }]],
  ])('ONBEHALF_UPDATES_CHANNEL=%s', (value, channels) => expect(parseConfig({ ONBEHALF_UPDATES_CHANNEL: value }).updatesChannels).toEqual(channels))

  test('the rest', () => {
    const config = parseConfig({
      ONBEHALF_SUPER_ADMINS: 'Omar@Hikari.example,,elsa@boreal.example ', PORT: ' 8080 ', LOG_LEVEL: 'debug', ONBEHALF_SEED: 'demo',
      DATABASE_URL: 'postgresql://u:p@localhost:5432/onbehalf', ONBEHALF_SMTP_URL: 'smtps://u:p@mail.example', ONBEHALF_MAIL_FROM: 'Support <a@b.example>',
    })
    expect(config).toMatchObject({
      superAdmins: ['omar@hikari.example', 'elsa@boreal.example'], port: 8080, logLevel: 'debug', seed: 'demo',
      databaseUrl: 'postgresql://u:p@localhost:5432/onbehalf', mail: { smtpUrl: 'smtps://u:p@mail.example', from: 'Support <a@b.example>' },
    })
  })

  test.each([[{ LANG: 'ja_JP.UTF-8' }, 'ja-JP'], [{ LC_ALL: 'sv_SE', LANG: 'en_US' }, 'sv-SE'], [{ LANG: 'C.UTF-8' }, 'en'], [{ LANG: 'POSIX' }, 'en'], [{}, 'en']])(
    'the terminal’s language: %o',
    (env, locale) => expect(localeOf(env)).toBe(locale),
  )
})
