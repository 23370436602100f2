import type { delivery as english } from '../en/delivery.js'

export const delivery: Record<keyof typeof english, string> = {
  'delivery.file_gone': 'ファイルは Slack から削除されています',
  'delivery.file_login_page': 'Slack がログイン画面を返しました。ボットにファイルを読む権限（files:read）がありません',
  'delivery.file_not_slack': 'ファイルの場所が Slack のファイルホストではありません',
  'delivery.file_too_large': 'ファイルが上限サイズを超えています',
  'delivery.file_unreachable': 'Slack のファイルホストから応答がありませんでした',
  'delivery.share_filed': '登録',
  'delivery.share_filed_value': '{at}（{name}）',
  'delivery.share_intro': '{name} さんがサポートケース {number} をあなたと共有しました。',
  'delivery.share_locked': 'お客様のケースへのアクセスが取り消されたため、内容は表示されません。',
  'delivery.share_locked_subject': 'ケース {number}',
  'delivery.share_number': 'ケース',
  'delivery.share_outro': 'このメールは、{name} さんが「共有先」にあなたのアドレスを入力したため送信されました。このメールに返信しても誰にも届きません。{name} さんに直接ご連絡ください。',
  'delivery.share_subject': 'ケース {number}: {title}',
  'delivery.share_title': 'タイトル',
}
