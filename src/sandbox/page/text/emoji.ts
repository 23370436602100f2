/** The shortcodes a support bot is likely to use; an unknown one stays as typed, as in Slack. */
const table = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|wave 👋|ok_hand 👌|raised_hands 🙌|clap 👏|pray 🙏|point_right 👉|point_left 👈|point_up ☝️|point_down 👇|muscle 💪|handshake 🤝|eyes 👀|raising_hand 🙋
smile 😄|slightly_smiling_face 🙂|grinning 😀|joy 😂|wink 😉|thinking_face 🤔|sweat_smile 😅|cry 😢|disappointed 😞|tada 🎉|sparkles ✨|heart ❤️|fire 🔥|100 💯|rocket 🚀|zap ⚡|star ⭐|sunglasses 😎|neutral_face 😐
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|warning ⚠️|no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑|exclamation ❗|question ❓|grey_question ❔|information_source ℹ️|bangbang ‼️|rotating_light 🚨|construction 🚧
lock 🔒|unlock 🔓|closed_lock_with_key 🔐|key 🔑|shield 🛡️|bell 🔔|no_bell 🔕|mute 🔇|loudspeaker 📢|mega 📣|speech_balloon 💬|left_speech_bubble 🗨️|thought_balloon 💭|email ✉️|envelope ✉️|envelope_with_arrow 📩|incoming_envelope 📨|inbox_tray 📥|outbox_tray 📤|mailbox 📫
red_circle 🔴|large_orange_circle 🟠|orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|green_circle 🟢|large_blue_circle 🔵|blue_circle 🔵|large_purple_circle 🟣|white_circle ⚪|black_circle ⚫|large_red_square 🟥|large_green_square 🟩|small_orange_diamond 🔸|small_blue_diamond 🔹|black_small_square ▪️|white_small_square ▫️
clock1 🕐|clock3 🕒|clock6 🕕|clock9 🕘|alarm_clock ⏰|hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|timer_clock ⏲️|calendar 📆|date 📅|spiral_calendar_pad 🗓️
memo 📝|pencil ✏️|pencil2 ✏️|page_facing_up 📄|clipboard 📋|bookmark_tabs 📑|label 🏷️|pushpin 📌|round_pushpin 📍|paperclip 📎|link 🔗|file_folder 📁|open_file_folder 📂|card_index_dividers 🗂️|package 📦|books 📚|book 📖|chart_with_upwards_trend 📈|bar_chart 📊|camera 📷|frame_with_picture 🖼️|scissors ✂️|wastebasket 🗑️
ticket 🎫|admission_tickets 🎟️|briefcase 💼|office 🏢|house 🏠|busts_in_silhouette 👥|bust_in_silhouette 👤|technologist 🧑‍💻|robot_face 🤖|ghost 👻|computer 💻|desktop_computer 🖥️|phone ☎️|telephone_receiver 📞|iphone 📱|gear ⚙️|wrench 🔧|hammer_and_wrench 🛠️|bug 🐛|mag 🔍|mag_right 🔎|bulb 💡|electric_plug 🔌|globe_with_meridians 🌐|earth_asia 🌏|earth_africa 🌍|cloud ☁️|sunny ☀️|seedling 🌱|coffee ☕|gift 🎁|trophy 🏆|sos 🆘|new 🆕|free 🆓|up 🆙|zzz 💤
arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrow_upper_right ↗️|arrow_heading_up ⤴️|arrows_counterclockwise 🔄|repeat 🔁|leftwards_arrow_with_hook ↩️|arrow_forward ▶️|double_vertical_bar ⏸️|heavy_plus_sign ➕|heavy_minus_sign ➖|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣
jp 🇯🇵|fr 🇫🇷|flag-se 🇸🇪|flag-tw 🇹🇼|kr 🇰🇷|us 🇺🇸|gb 🇬🇧|de 🇩🇪|es 🇪🇸|flag-pt 🇵🇹`

const byName = new Map(
  table
    .split(/[|\n]/)
    .filter(Boolean)
    .map((entry) => entry.split(' ') as [string, string]),
)

export function emojiCharacter(name: string): string | undefined {
  return byName.get(name.replace(/::skin-tone-\d$/, ''))
}

/** Replaces the known shortcodes of a plain text. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+'-]+):/g, (typed, name: string) => emojiCharacter(name) ?? typed)
}
