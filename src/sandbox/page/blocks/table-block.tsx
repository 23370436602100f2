import type { TableBlock } from '@slack/types'
import { RichTextBlockView } from './rich-text-block.js'

function Cell({ cell }: { cell: TableBlock['rows'][number][number] }) {
  return cell.type === 'rich_text' ? <RichTextBlockView block={cell} /> : <>{cell.text}</>
}

/** The first row is the head, as in Slack. */
export function TableBlockView({ block }: { block: TableBlock }) {
  const [head, ...rows] = block.rows
  const align = (at: number) => ({ textAlign: block.column_settings?.[at]?.align ?? 'left' })
  return (
    <div class="block-table">
      <table>
        <thead>
          <tr>{head?.map((cell, i) => <th key={i} scope="col" style={align(i)}><Cell cell={cell} /></th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, r) => <tr key={r}>{row.map((cell, i) => <td key={i} style={align(i)}><Cell cell={cell} /></td>)}</tr>)}
        </tbody>
      </table>
    </div>
  )
}
