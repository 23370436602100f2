import { branch, leaf } from './node.js'
import type { CatalogueNode } from './node.js'
import { bounce, changed, domain, error, headers, setting, trouble, what, when, where, who } from './questions.js'

export const gmail: CatalogueNode = branch('gmail', 'Gmail', 'Gmail', [
  branch('gmail-delivery', 'Delivery', '配信', [
    leaf('gmail-delivery-delayed', 'Messages arrive late', 'メールの遅延', 'delay, slow mail, queue, 遅延, 遅い, 届くのが遅い, retard, försenad, 延遲, 지연', [what, when, who, headers]),
    leaf('gmail-delivery-missing', 'Messages do not arrive', 'メールが届かない', 'missing mail, not received, lost, 不達, 未着, 受信できない, non reçu, saknas, 收不到, 수신 안됨', [what, when, who, headers]),
    leaf('gmail-delivery-bounced', 'Sent messages bounce', '送信メールが返送される', 'bounce, NDR, 550, rejected, undeliverable, 不達通知, エラーメール, 返送, rejeté, studs, 退信, 반송', [what, bounce, when, who]),
    leaf('gmail-delivery-limits', 'Sending limits and suspended sending', '送信制限', 'quota, 2000 per day, limit exceeded, suspended, 送信上限, 一時停止, limite, gräns, 上限, 한도', [what, when, who, error]),
  ], 'mail, email, メール, courrier, e-post, 郵件, 메일'),
  branch('gmail-spam', 'Spam and phishing', '迷惑メールとフィッシング', [
    leaf('gmail-spam-wanted', 'Wanted messages land in spam', '正常なメールが迷惑メールになる', 'false positive, spam folder, junk, 誤判定, 迷惑メールフォルダ, indésirable, skräppost, 垃圾郵件, 스팸', [what, when, who, headers]),
    leaf('gmail-spam-received', 'Spam or phishing gets through', '迷惑メールやフィッシングが届く', 'phishing, malware, spoofing, なりすまし, 詐欺, hameçonnage, nätfiske, 釣魚, 피싱', [what, when, who, headers]),
    leaf('gmail-spam-outgoing', 'Our messages are marked as spam', '自社のメールが迷惑メール扱いになる', 'reputation, SPF, DKIM, DMARC, blocklist, 到達率, なりすまし判定, réputation, rykte, 信譽, 평판', [what, domain, when, headers]),
  ], 'junk, スパム'),
  branch('gmail-routing', 'Routing and SMTP', 'ルーティングと SMTP', [
    leaf('gmail-routing-rules', 'Routing and compliance rules', 'ルーティングとコンプライアンスのルール', 'catch-all, content compliance, dual delivery, split delivery, 転送ルール, 振り分け, routage, dirigering, 路由, 라우팅', setting),
    leaf('gmail-routing-smtp-relay', 'SMTP relay service', 'SMTP リレー サービス', 'smtp-relay, printer, scanner, multifunction, 複合機, スキャナ, relais, relä, 轉發, 릴레이', [what, when, error, changed]),
    leaf('gmail-routing-gateway', 'Inbound and outbound gateway', '受信ゲートウェイと送信ゲートウェイ', 'gateway, third-party filter, ゲートウェイ, passerelle, 閘道, 게이트웨이', setting),
    leaf('gmail-routing-forwarding', 'Forwarding and delegation', '転送と委任', 'forward, delegate, shared mailbox, 自動転送, 共有メールボックス, transfert, vidarebefordra, 轉寄, 전달', trouble),
  ], 'mail flow'),
  branch('gmail-use', 'Using Gmail', 'Gmail の利用', [
    leaf('gmail-use-interface', 'Display, search and labels', '表示、検索、ラベル', 'loading, slow, inbox, filters, 表示されない, 検索できない, 受信トレイ, filtre, sök, 搜尋, 검색', [what, who, where, error]),
    leaf('gmail-use-clients', 'IMAP, POP and mail apps', 'IMAP、POP、メールアプリ', 'outlook, thunderbird, apple mail, app password, アウトルック, アプリパスワード, client de messagerie, 클라이언트', [what, when, who, error]),
    leaf('gmail-use-restore', 'Restore deleted messages', '削除したメールの復元', 'recover, deleted, undelete, 復元, 消えた, récupérer, återställa, 還原, 복구', [what, when, who]),
  ], 'inbox, 受信トレイ'),
], 'mail, email, e-mail, メール, 電子郵件, 이메일, courriel, e-post')

