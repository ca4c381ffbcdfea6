/**
 * Words that carry a question and not its subject: never required of an article. Each language's index brings its own
 * list, folded as its terms are, so that `où` and `für` are recognised however they are typed. Pure.
 */

import { fold } from '../content/terms.ts';
import type { SkippedWords } from './search-format.ts';

const english =
  'a about all am an and any are as at be been but by can could did do does for from get had has have how i if in into is it ' +
  'its me my no not of on or our out she he should so some than that the their them then there these they this those to ' +
  'up us was we were what when where which who whom whose why will with would you your tell show find since because while until';

/** As they are written; of scripts without spaces those that stand alone where a run is parted into words. */
const words: Readonly<Record<string, string>> = {
  ar: 'في من على إلى عن هل ما ماذا متى أين كيف لماذا كم أي هو هي هذا هذه ذلك التي الذي و أو ثم مع كان كانت لا لم لن قد أن إن',
  de: 'aber als am an auf aus bei bin da das dass dem den der des die ein eine einem einen einer es für hat ich im in ist kann mit nach nicht oder sie sind über um und von vor wann war warum was welche welcher welches wer wie wir wird wo zu zum zur',
  en: english,
  es: 'a al como cómo con cuál cuáles cuándo cuánto de del desde dónde el ella en es esta está este fue hay la las lo los me mi muy no nos o para pero por qué que quién se ser si sin sobre son su sus un una y ya',
  fa: 'در از به با که را این آن و یا چه چرا چگونه چطور کی کجا کدام چند آیا است بود هست برای تا هم بر می ما',
  fr: 'a à au aux avec ce ces cette comment dans de des du elle en est et il ils je la le les leur lui mais ne nous on ou où par pas pour pourquoi qu quand que quel quelle quelles quels qui quoi sa se ses son sont sur un une vous y',
  he: 'של על את עם אל מה מי מתי איפה היכן איך למה מדוע כמה האם איזה הוא היא הם זה זאת זו אני לא כן או גם כי אם יש היה',
  hi: 'का के की को में से पर है हैं था थे थी और या यह वह क्या कब कहाँ कहां क्यों कैसे कौन कितना कितने किस ने भी तो ही जो एक हो',
  id: 'yang di ke dari dan atau untuk pada dengan adalah itu ini apa siapa kapan mana dimana bagaimana mengapa kenapa berapa apakah akan telah sudah oleh saya kami kita ada tidak',
  it: 'a ad al alla alle ai allo anche che chi ci come con cosa da dal dalla dei del della delle di dove e è ed era gli ha i il in io la le lo ma mi nel nella non o per perché più quale quali quando quanto se si sono su sua suo un una uno',
  ja: 'は が を に で と の も へ から まで か です ます',
  ko: '은 는 이 가 을 를 의 에 에서 와 과 도 로 으로 무엇 뭐 언제 어디 어디서 어디에 누가 누구 왜 어떻게 어떤 몇 얼마 얼마나 그 저 및 또는',
  nl: 'aan al als bij dan dat de der die dit door een en er had heb heeft het hij hoe hoeveel ik in is je kan maar me met mijn naar niet of om onder ook op over te tot u uit van voor waar waarom wanneer was wat we welk welke werd wie wij worden zijn zij',
  pl: 'a aby ale am bo by być co czy dla do gdy gdzie i ich ile jak jaka jaki jakie jest kiedy kto która które który lub ma mnie na nie o od po pod są się skąd ta tak te tego to tu w we z za ze że dlaczego',
  pt: 'a à ao aos as às com como da das de do dos e é ela ele em era essa está este eu foi há isso já mais mas na nas no nos não o onde os ou para pela pelo por porque porquê qual quais quando quanto que quê quem se sem ser seu sua são um uma você',
  ru: 'а бы был была были было в во вы где да для до его ее её если есть же за и из или как какая какие какой когда кто куда ли мне мы на не него нет но о об он она они от откуда по почему при с сколько со так также там то у что это я',
  tr: 'acaba ama bir biz bu da daha de değil en gibi hangi hem ile için ise kaç kadar ki kim mi mı mu mü nasıl ne neden nerede nereden nereye ne zaman niçin niye o olan olarak şu ve veya ya zaman',
  uk: 'а або але без би був була були було в ви від де для до його є з за і із й коли кого куди ми на над не ні о об он він вона вони по про при та так також те ти то у хто це чи чому що як яка яке який які я скільки',
  vi: 'ai bao nhiêu bị bởi các cái cho có của cùng cũng đã đang đâu để đến được gì hay khi không là làm mà mấy nào này ở ra sao sẽ tại thế thì tôi trong từ và vào vì với về',
  zh: '的 了 在 是 和 与 與 及 或 我 我们 我們 你 他 她 它 们 們 这 這 那 这个 這個 有 没有 沒有 不 也 就 都 会 會 能 可以 要 想 把 被 对 對 从 從 到 上 下 里 裡 中 个 個 请 請 问 問 怎 哪',
};

/** Inside runs of characters, taken out before those are cut into pairs. */
const runs: Readonly<Record<string, string>> = {
  zh: '吗 嗎 呢 吧 啊 什么 什麼 甚麼 怎么 怎麼 怎样 怎樣 哪里 哪裡 哪裏 哪儿 哪兒 哪个 哪個 谁 誰 为什么 為什麼 为何 為何 何时 何時 多少 如何 几时 幾時',
  ja: 'いつ どこ だれ 誰 なに 何ですか なぜ どうして どうやって どのように いくら いくつ どの ですか ますか でしょうか',
};

/** Nothing where the language has no list: each of its words is required then. */
export function skippedWords(lang: string): SkippedWords {
  const [base = ''] = lang.split('-');
  return [listed(words[base], fold), listed(runs[base])];
}

function listed(list = '', change = (word: string) => word): string {
  return [...new Set(list.split(' ').map(change))].join(' ');
}
