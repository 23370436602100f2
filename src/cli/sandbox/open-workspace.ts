import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startWorkspace, type Workspace } from '../../sandbox/workspace.js'
import { demoBot, demoChannels, demoPeople, demoTeam } from '../demo/cast.js'
import { manifestFile, pageDir } from '../project-files.js'
import { tellRunning } from './running-file.js'

/** The workspace takes connections from this machine only, so its tokens are no secrets. */
export const sandboxTokens = {
  bot: 'xoxb-onbehalf-sandbox',
  app: 'xapp-onbehalf-sandbox',
  signingSecret: 'onbehalf-sandbox-signing-secret',
}

/** Everything of the sandbox lies apart from a real bot's store. */
export function sandboxDir(dataDir: string): string {
  return join(dataDir, 'sandbox')
}

/** Opens the demo workspace as it was left, and tells where it runs in a file beside it. */
export async function openWorkspace(options: { dataDir: string; port: number; log?: (line: string) => void }): Promise<Workspace> {
  const { dataDir, port, log } = options
  const workspace = await startWorkspace({
    cast: {
      team: demoTeam,
      bot: { ...demoBot, botId: 'B0ONBEHALF', appId: 'A0ONBEHALF' },
      people: [...demoPeople],
      channels: demoChannels.map((channel) => ({ ...channel, botIsMember: true })),
    },
    manifest: await readFile(manifestFile, 'utf8'),
    port,
    tokens: sandboxTokens,
    stateFile: join(sandboxDir(dataDir), 'workspace.json'),
    pageDir,
    ...(log ? { log } : {}),
  })
  const forget = await tellRunning(sandboxDir(dataDir), workspace.url)
  return {
    ...workspace,
    async stop() {
      await forget()
      await workspace.stop()
    },
  }
}
