import type { WorkspaceInfo } from '../../protocol.js'

type Command = WorkspaceInfo['commands'][number]

/** The commands that what is typed may become. Nothing once a space follows: then its hint is shown instead. */
export function completions(commands: readonly Command[], text: string): Command[] {
  if (!/^\/\S*$/.test(text)) return []
  return commands.filter((command) => command.command.startsWith(text.toLowerCase()))
}

/** The command whose arguments are being typed. */
export function commandBeingTyped(commands: readonly Command[], text: string): Command | undefined {
  const [word] = text.split(/\s/)
  return /^\/\S+\s/.test(text) ? commands.find((command) => command.command === word) : undefined
}

/** Whether sending this text runs a command. `//` and a lone slash are talk. */
export function isCommand(text: string): boolean {
  return /^\/[^\s/]/.test(text)
}
