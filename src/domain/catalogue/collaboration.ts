import { branch, leaf } from './node.js'
import type { CatalogueNode } from './node.js'
import { device, display, error, failure, link, meeting, setting, steps, trouble, what, when, where, who } from './questions.js'

const calendar = branch('calendar', 'Calendar', 'カレンダー', [
  branch('calendar-events', 'Events', '予定', [
    leaf('calendar-events-missing', 'Events missing or wrong', '予定が消える、内容が違う', 'disappeared, duplicate, time zone, invitation, 予定が消えた, 招待, 重複, événement, händelse, 活動, 일정', [what, when, who, link]),
    leaf('calendar-events-invitations', 'Invitations and notifications', '招待と通知', 'rsvp, reminder, guests, 通知, 出欠, invitation, inbjudan, 邀請, 초대', trouble),
  ]),
  branch('calendar-sharing', 'Sharing and resources', '共有とリソース', [
    leaf('calendar-sharing-access', 'Sharing and free/busy', '共有と予定の表示', 'permission, delegate, busy, visibility, 権限, 空き時間, partage, dela, 共用, 공유', setting),
    leaf('calendar-sharing-rooms', 'Rooms and resources', '会議室とリソース', 'room booking, building, 会議室, 予約, salle, rum, 會議室, 회의실', setting),
    leaf('calendar-sharing-interop', 'Calendar Interop with Exchange', 'Exchange との Calendar Interop', 'exchange, outlook, interop, 相互運用, 連携', failure),
  ]),
], 'agenda, kalender, 日曆, 캘린더, スケジュール')

const meet = branch('meet', 'Meet', 'Meet', [
  branch('meet-meetings', 'Meetings', '会議', [
    leaf('meet-meetings-join', 'Joining a meeting', '会議に参加できない', 'cannot join, knock, waiting, 参加できない, 入室, rejoindre, ansluta, 加入, 참여', [what, meeting, who, where]),
    leaf('meet-meetings-quality', 'Audio and video quality', '音声と映像の品質', 'audio, video, echo, lag, freeze, network, 音声, 映像, 遅い, qualité, ljud, 音訊, 음질', [what, meeting, who, where]),
    leaf('meet-meetings-recording', 'Recording, transcripts and streaming', '録画、文字起こし、配信', 'record, transcript, live stream, 録画, 文字起こし, ライブ配信, enregistrement, inspelning, 錄製, 녹화', [what, meeting, when, who]),
  ]),
  branch('meet-devices', 'Rooms', '会議室', [
    leaf('meet-devices-hardware', 'Meet hardware', 'Meet ハードウェア', 'chromebox, series one, room kit, 会議室端末, matériel, 硬體, 하드웨어', [what, device, when, error]),
    leaf('meet-devices-dial', 'Dialling in and out', '電話での参加と発信', 'dial-in, pin, phone, global dialing, 電話参加, ダイヤルイン, appel, 撥入, 전화 참여', [what, meeting, when, who]),
  ]),
], 'video conference, ビデオ会議, visioconférence, videomöte, 視訊會議, 화상회의, hangouts')

const chat = branch('chat', 'Chat', 'チャット', [
  branch('chat-messages', 'Messages and spaces', 'メッセージとスペース', [
    leaf('chat-messages-delivery', 'Messages not sent or not shown', 'メッセージの送受信', 'history, missing, notification, 通知, 届かない, message, meddelande, 訊息, 메시지', display),
    leaf('chat-messages-spaces', 'Spaces, members and external chat', 'スペース、メンバー、外部とのチャット', 'room, guest, external, space, 外部, ゲスト, espace, 聊天室, 스페이스', setting),
  ]),
], 'hangouts, ハングアウト, 聊天, 채팅')

const drive = branch('drive', 'Drive', 'ドライブ', [
  branch('drive-files', 'Files', 'ファイル', [
    leaf('drive-files-missing', 'Files missing or to be restored', 'ファイルの消失と復元', 'deleted, lost, recover, restore, trash, 消えた, 復元, ゴミ箱, perdu, raderad, 還原, 복원', [what, when, who, link]),
    leaf('drive-files-storage', 'Storage is full or wrong', '保存容量', 'quota, pooled storage, full, 容量不足, 上限, ストレージ, stockage, lagring, 儲存空間, 저장용량', [what, when, who, error]),
    leaf('drive-files-desktop', 'Drive for desktop', 'パソコン版ドライブ', 'sync, file stream, mac, windows, 同期, ファイルストリーム, synchronisation, synka, 同步, 동기화', [what, device, who, error]),
    leaf('drive-files-ownership', 'Ownership and transfer', 'オーナー権限の移行', 'owner, transfer, leaver, 退職者, オーナー, propriétaire, ägare, 擁有者, 소유자', [what, who, link, error]),
  ]),
  branch('drive-sharing', 'Sharing', '共有', [
    leaf('drive-sharing-denied', 'Sharing is refused', '共有できない', 'access denied, permission, external sharing, 権限, 外部共有, アクセス拒否, partage refusé, delning, 共用, 공유', [what, who, link, error]),
    leaf('drive-sharing-shared-drives', 'Shared drives', '共有ドライブ', 'team drive, members, limits, 共有ドライブ, チームドライブ, drive partagé, delad enhet, 共用雲端硬碟, 공유 드라이브', setting),
    leaf('drive-sharing-labels', 'Trust rules, labels and DLP', '信頼ルール、ラベル、DLP', 'data loss prevention, classification, 情報漏えい対策, 分類, étiquette, 標籤, 라벨', setting),
  ]),
], 'google drive, disque, enhet, 雲端硬碟, 드라이브')

const docs = branch('docs', 'Docs editors', 'ドキュメント エディタ', [
  branch('docs-editing', 'Editing', '編集', [
    leaf('docs-editing-sheets', 'Sheets', 'スプレッドシート', 'formula, importrange, macro, 関数, 表計算, feuille, kalkylark, 試算表, 스프레드시트', [what, steps, link, error]),
    leaf('docs-editing-docs', 'Docs and Slides', 'ドキュメントとスライド', 'document, presentation, format, print, 文書, 印刷, présentation, dokument, 文件, 프레젠테이션', [what, steps, link, where]),
    leaf('docs-editing-forms', 'Forms, Sites and Apps Script', 'フォーム、サイト、Apps Script', 'form, survey, site, script, trigger, アンケート, サイト, スクリプト, formulaire, 表單, 설문지', [what, steps, link, error]),
    leaf('docs-editing-gemini', 'Gemini in Workspace', 'Workspace の Gemini', 'AI, help me write, side panel, NotebookLM, 生成AI, ジェミニ, IA, 人工智慧', display),
  ]),
], 'office, 文書')

const groups = branch('groups', 'Groups', 'グループ', [
  branch('groups-use', 'Groups', 'グループ', [
    leaf('groups-use-delivery', 'Messages to a group', 'グループ宛てのメール', 'mailing list, distribution list, moderation, メーリングリスト, 配信されない, liste, lista, 群組, 그룹', [what, when, link, error]),
    leaf('groups-use-members', 'Members, permissions and dynamic groups', 'メンバー、権限、動的グループ', 'member, owner, dynamic, メンバー, 権限, membre, medlem, 成員, 구성원', setting),
  ]),
], 'mailing list, メーリングリスト')

export const collaboration: readonly CatalogueNode[] = [calendar, drive, meet, chat, docs, groups]
