/** The description questions that categories share, and the sets they come in. */
import type { Localized, QuestionKind } from '../words.js'
import type { SharedQuestion } from './node.js'

interface More {
  hint?: Localized
  choices?: SharedQuestion['choices']
  optional?: boolean
  max?: number
}

function ask(key: string, kind: QuestionKind, en: string, ja: string, more: More = {}): SharedQuestion {
  return {
    key, kind, label: { en, ja }, hint: more.hint ?? null, choices: more.choices ?? [],
    required: more.optional !== true, maxLength: more.max ?? (kind === 'LONG_TEXT' ? 3000 : 150),
  }
}

const option = (id: string, en: string, ja: string): SharedQuestion['choices'][number] => ({ id, label: { en, ja } })

/** The first long question nearly everywhere: a message that a case is made from goes in here. */
export const what = ask('what', 'LONG_TEXT', 'What happens?', '何が起きていますか？', {
  hint: { en: 'What was expected, and what happens instead. No names, addresses or telephone numbers.', ja: '期待した動作と実際の動作をお書きください。氏名、メールアドレス、電話番号は書かないでください。' },
})
export const need = ask('what', 'LONG_TEXT', 'What do you need?', 'どのような対応が必要ですか？', {
  hint: { en: 'The outcome the customer wants. No names, addresses or telephone numbers.', ja: 'お客様が望む結果をお書きください。氏名、メールアドレス、電話番号は書かないでください。' },
})
export const when = ask('when', 'SHORT_TEXT', 'When did it start?', 'いつから発生していますか？', {
  hint: { en: 'Date and time with time zone, or the last time it worked.', ja: '日時とタイムゾーン、または最後に正常だった日時。' },
})
export const who = ask('who', 'CHOICE', 'How many users are affected?', '影響を受けているユーザーの範囲は？', {
  choices: [
    option('one', 'One user', '1 人'), option('some', 'Several users', '複数のユーザー'), option('unit', 'One organizational unit or group', '特定の組織部門またはグループ'),
    option('all', 'All users', '全ユーザー'), option('outside', 'Only people outside the organization', '組織外の相手のみ'),
  ],
})
export const steps = ask('steps', 'LONG_TEXT', 'Steps to reproduce', '再現手順', {
  optional: true, hint: { en: 'One step on a line, from signing in to what goes wrong.', ja: 'ログインから問題が起きるまで、1 行に 1 手順。' },
})
export const error = ask('error', 'LONG_TEXT', 'Exact error text', 'エラー メッセージの全文', {
  optional: true, hint: { en: 'With its code, as it is shown.', ja: 'エラーコードを含め、表示されたとおりに。' },
})
export const headers = ask('headers', 'LONG_TEXT', 'Full message headers', 'メール ヘッダーの全文', {
  optional: true, hint: { en: 'From "Show original", with addresses taken out; the message ID is enough to begin with.', ja: '「メッセージのソースを表示」からコピーし、アドレスを削除してください。まずはメッセージ ID だけでも構いません。' },
})
export const bounce = ask('bounce', 'LONG_TEXT', 'Text of the bounce message', '不達通知の内容', {
  hint: { en: 'With its code, such as 550 5.7.1; addresses taken out.', ja: '550 5.7.1 などのコードを含めてください。アドレスは削除してください。' },
})
export const where = ask('where', 'CHOICE', 'Where does it happen?', 'どこで発生しますか？', {
  choices: [
    option('web', 'In the browser', 'ブラウザ'), option('mobile', 'In a mobile app', 'モバイルアプリ'), option('desktop', 'In a desktop app', 'デスクトップ アプリ'),
    option('hardware', 'On a device of a room', '会議室のデバイス'), option('all', 'Everywhere', 'すべて'),
  ],
})
export const changed = ask('changed', 'LONG_TEXT', 'What was changed shortly before?', '直前に変更した点はありますか？', {
  optional: true, hint: { en: 'Settings, policies, records, devices; "nothing" is an answer too.', ja: '設定、ポリシー、レコード、端末など。「なし」でも構いません。' },
})
export const link = ask('link', 'SHORT_TEXT', 'Link or ID of one example', '該当する例のリンクまたは ID', {
  optional: true, hint: { en: 'A file, event, group, space or report that shows it.', ja: '現象が確認できるファイル、予定、グループ、スペース、レポートなど。' },
})
export const meeting = ask('meeting', 'SHORT_TEXT', 'Meeting code, date and time', '会議コードと日時', { optional: true })
export const domain = ask('domain', 'SHORT_TEXT', 'Which domain?', '対象のドメイン')
export const records = ask('records', 'LONG_TEXT', 'Records as they are now', '現在のレコード', {
  optional: true, hint: { en: 'Type, host and value of each, and who hosts the DNS.', ja: '各レコードの種類、ホスト、値と、DNS のホスト事業者。' },
})
export const provider = ask('provider', 'CHOICE', 'Which identity provider?', 'ID プロバイダ', {
  choices: [
    option('google', 'Google', 'Google'), option('entra', 'Microsoft Entra ID', 'Microsoft Entra ID'), option('ad', 'Active Directory', 'Active Directory'),
    option('okta', 'Okta', 'Okta'), option('other', 'Another one', 'その他'),
  ],
})
export const seats = ask('seats', 'SHORT_TEXT', 'Which subscription, and how many licences?', '対象のサブスクリプションとライセンス数')
export const due = ask('due', 'SHORT_TEXT', 'By when is it needed?', 'いつまでに必要ですか？', { optional: true })
export const token = ask('token', 'CHOICE', 'Where does the transfer stand?', '移管の進み具合', {
  choices: [
    option('no_token', 'The customer has no transfer token yet', '転送トークンが未発行'), option('token', 'The token was made, the order is not placed', 'トークン発行済み、注文前'),
    option('failed', 'The order failed', '注文が失敗した'), option('done', 'Transferred, and something is wrong', '移管後に問題がある'),
  ],
})
export const device = ask('device', 'SHORT_TEXT', 'Device model and system version', '端末の機種と OS のバージョン')
export const source = ask('source', 'SHORT_TEXT', 'From which system, with which tool?', '移行元のシステムと使用ツール')
export const app = ask('app', 'SHORT_TEXT', 'App name or ID', 'アプリの名前または ID')
export const matter = ask('matter', 'SHORT_TEXT', 'Matter ID', '案件 ID', { optional: true })
export const number = ask('number', 'CHOICE', 'Which kind of number?', '番号の種類', {
  choices: [option('user', "A user's number", 'ユーザーの番号'), option('attendant', 'Auto attendant', '自動応答'), option('ring', 'Ring group', 'リンググループ'), option('desk', 'Desk phone', '卓上電話')],
})
export const request = ask('request', 'SHORT_TEXT', 'API method and response code', 'API メソッドとレスポンス コード', { optional: true })

/** Something does not work as it did. */
export const trouble = [what, when, who, steps] as const
/** Something fails with a message. */
export const failure = [what, when, who, error] as const
/** Something behaves differently from place to place. */
export const display = [what, who, where, steps] as const
/** A setting does not do what it says. */
export const setting = [what, when, changed, link] as const
