import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Say } from '../locales/words.js'
import { httpManifest } from './manifest.js'
import { manifestFile } from './project-files.js'
import { Told } from './told.js'

/** `onbehalf manifest`: the Slack app's manifest, for Socket Mode or, with an address, for HTTP. */
export function addManifestCommand(program: Command, say: Say): void {
  program
    .command('manifest')
    .description(say('cli.manifest_does'))
    .option('--url <url>', say('cli.manifest_url'))
    .action(async ({ url }: { url?: string }) => {
      const manifest = await readFile(manifestFile, 'utf8')
      if (url === undefined) return void process.stdout.write(manifest)
      if (!URL.canParse(url) || new URL(url).protocol !== 'https:') throw new Told(say('cli.manifest_url_wrong'))
      process.stdout.write(httpManifest(manifest, url))
    })
}
