import type { WorkspaceInfo } from '../../protocol.js'

interface CommandListProps {
  commands: WorkspaceInfo['commands']
  active: number
  onPoint(at: number): void
  onChoose(command: string): void
}

export function CommandList({ commands, active, onPoint, onChoose }: CommandListProps) {
  return (
    <div class="choices" role="listbox" aria-label="Commands" onPointerDown={(event) => event.preventDefault()}>
      {commands.map(({ command, description, usageHint }, at) => (
        <div key={command} role="option" aria-selected={at === active} data-active={at === active} class="choice" onPointerMove={() => onPoint(at)} onClick={() => onChoose(command)}>
          <span class="choice-words">
            <span class="choice-text">{command} <span class="usage">{usageHint}</span></span>
            <span class="choice-description">{description}</span>
          </span>
        </div>
      ))}
    </div>
  )
}
