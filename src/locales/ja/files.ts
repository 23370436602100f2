import type { files as english } from '../en/files.js'

export const files: Record<keyof typeof english, string> = {
  'files.file': '📎 *{name}* ({size}): {state}',
  'files.finding': '{line, number} 行目: {kind} `{excerpt}`',
  'files.findings_more': 'ほか {count, number} 件',
  'files.more': 'ほかに {count, number} 件のファイルがあります。',
  'files.get': 'ファイルを取得',
  'files.release': '保留を解除',
  'files.withdraw': '取り下げる',
  'files.requestRemoval': '削除をリクエスト',
  'files.get_of': 'ファイルを取得: {name}',
  'files.release_of': '保留を解除: {name}',
  'files.withdraw_of': '取り下げる: {name}',
  'files.requestRemoval_of': '削除をリクエスト: {name}',
  'files.menu': 'このファイルの操作',
  'files.withdraw_title': 'ファイルを取り下げますか?',
  'files.withdraw_text': 'ケースから取り除かれ、内容は消去されます。ほかの人はまだ見ていません。',
  'files.withdraw_keep': '残す',

  'files.attach_hint': '1 件あたり {size} まで、最大 {count, number} 件です。まず内容を確認します。個人情報を含むテキスト ファイルは保留となり、ご本人に確認のメッセージが届きます。',
  'files.attached': 'ケース #{number} に追加しました。現在ファイルを確認しています。確認後にサポートデスクと共有先が受け取れるようになります。',

  'files.held_title': '🔒 *{name}* はケース #{number} で保留されています',
  'files.held_text': '個人情報が含まれている可能性があります。理由を入力して保留を解除するまで、サポートデスクを含めほかの人には表示されません。不要な情報であれば取り下げ、取り除いてからもう一度添付してください。',
  'files.held_state_RELEASED': '✅ *{name}* の保留を解除しました。ケース #{number} で参照できます。',
  'files.held_state_WITHDRAWN': '↩️ ケース #{number} の *{name}* を取り下げ、内容を消去しました。',

  'files.release_title': 'ファイルの保留を解除',
  'files.release_intro': 'ケース #{number} の *{name}* で見つかった内容:',
  'files.release_note': '保留を解除すると、サポートデスクと、このケースをフォローしている全員がファイルを受け取れます。理由は記録され、履歴に表示されます。',
  'files.released': '{name} の保留を解除しました。ケース #{number} で参照できます。',
  'files.withdrawn': 'ケース #{number} の {name} を取り下げました。',

  'files.removal_title': '削除をリクエスト',
  'files.removal_intro': 'ケース #{number} から *{name}* を削除するかどうかは、サポートデスクが判断します。承認されると内容は消去され、元に戻すことはできません。',
  'files.removal_asked': 'ケース #{number} の {name} の削除をリクエストしました。{people} の承認を待っています。',
  'files.removal_asked_nobody': 'ケース #{number} の {name} の削除をリクエストしました。',

  'files.get_title': 'ファイルを取得',
  'files.getting': '{name} を送信しています。Onbehalf からのダイレクト メッセージで届きます。',
  'files.sent': 'ケース #{number} のファイル:',
}
