#!/usr/bin/env node
/** The commands of `npx onbehalf`. */
import { Command } from 'commander'
import { terminalLocale } from '../config.js'
import { wordsFor } from '../locales/words.js'
import { addAuditCommand } from './audit/command.js'
import { addDeliveriesCommand } from './deliveries-command.js'
import { addImportCommand } from './import/command.js'
import { addManifestCommand } from './manifest-command.js'
import { addSandboxCommand } from './sandbox/sandbox-command.js'
import { sayFailure } from './say-failure.js'
import { addStartCommand } from './start-command.js'

const say = wordsFor({ locale: terminalLocale(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })

const program = new Command('onbehalf').description(say('cli.onbehalf_does')).showHelpAfterError()
addStartCommand(program, say)
addSandboxCommand(program, say)
addImportCommand(program, say)
addDeliveriesCommand(program, say)
addAuditCommand(program, say)
addManifestCommand(program, say)

try {
  await program.parseAsync()
} catch (error) {
  console.error(sayFailure(error, say))
  process.exit(1)
}
