import type { Command } from 'commander'
import { readConfig } from '../config.js'
import type { Say } from '../locales/words.js'
import { startBot, type BotConfig } from '../main.js'
import { createLogger } from './logger.js'
import { startSandbox } from './sandbox/start-sandbox.js'
import { sayFailure } from './say-failure.js'
import { stopOnSignals } from './stop-on-signals.js'

/** `onbehalf start`: the bot; without Slack tokens a workspace in the browser with it. */
export function addStartCommand(program: Command, say: Say): void {
  program
    .command('start', { isDefault: true })
    .description(say('cli.start_does'))
    .action(async () => {
      const config = readConfig()
      const { slack } = config
      let stop = async () => {}
      const starting =
        slack.mode === 'sandbox'
          ? startSandbox(config).then((sandbox) => {
              console.log(say('cli.sandbox_page', { url: sandbox.url }))
              return sandbox.stop
            })
          : startAgainstSlack({ ...config, slack }, say)
      stopOnSignals(
        // During the start there is nothing to finish: what is half done is taken up by the next start.
        () => stop(),
        (error) => console.error(sayFailure(error, say)),
      )
      stop = await starting
    })
}

async function startAgainstSlack(config: BotConfig, say: Say): Promise<() => Promise<void>> {
  const log = createLogger(config.logLevel ?? 'info')
  const bot = await startBot({ config, log })
  console.log(config.slack.mode === 'http' ? say('cli.listening_http', { port: String(config.port) }) : say('cli.listening_socket'))
  return bot.stop
}
