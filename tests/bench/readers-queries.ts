/**
 * Further queries, as readers of the newsroom of the tests would type them, by what makes them hard. Written before the
 * search was tuned by them; like the first, they say what is right, never what is found.
 */

import type { AskedQuery } from './search-queries.ts';

const story = (path: string) => [`/${path}/`];

const herons = story('2023/05/north-pond-herons');
const telescope = story('2023/08/telescope-night');
const exchange = story('2023/09/exchange-students-arrive');
const market = story('2023/12/market-prices');
const agreement = story('2024/01/ustb-puth-agreement');
const dumplings = story('2024/02/spring-festival-canteen');
const riverSpring = story('2024/03/qingshui-river-spring');
const iron = story('2024/04/calligraphy-in-iron');
const robot = story('2024/06/robot-league-final');
const riverSummer = story('2024/08/qingshui-river-summer');
const fossil = story('2024/09/fossil-goes-home');
const orchestra = story('2024/10/orchestra-by-train');
const riverAutumn = story('2024/11/qingshui-river-autumn');
const archive = story('2025/03/lost-steel-archive');
const bicycle = story('2025/05/bamboo-bicycle-workshop');
const furnace = story('2025/06/furnace-keeper');
const bridge = story('2025/07/bridge-that-listens');
const teachers = story('2025/09/teachers-day-awards');
const greenhouse = story('2026/03/cold-greenhouse');
const solar = story('2026/05/solar-roof-of-building-nine');
const summerSchool = story('2026/08/open-summer-school');
const nightShift = story('2026/09/painting-the-night-shift');
const fellows = story('2026/10/visiting-fellows');
const openCampus = story('2026/11/open-campus-weekend');
const bicycleZh = story('zh/2025/05/bamboo-bicycle-workshop');
const rowersZh = story('zh/2025/10/lakeside-rowers');
const heatingDe = story('de/2025/11/heating-season-begins');
const libraryDe = story('de/2023/11/library-opens-all-night');
const heronsDe = story('de/2023/05/north-pond-herons');
const bridgeDe = story('de/2025/07/bridge-that-listens');
const libraryAr = story('ar/2023/11/library-opens-all-night');
const hearingAr = story('ar/2025/11/hearing-map');
const teachersAr = story('ar/2025/09/teachers-day-awards');

const inEnglish = (queries: readonly Omit<AskedQuery, 'lang'>[]) => asked('en', queries);

function asked(
  lang: AskedQuery['lang'],
  queries: readonly Omit<AskedQuery, 'lang'>[],
): readonly AskedQuery[] {
  return queries.map((query) => ({ ...query, lang }));
}

export const readersQueries: readonly AskedQuery[] = [
  ...inEnglish([
    // Questions
    { query: 'who repairs the teaching furnace?', right: furnace },
    { query: 'how many dumplings were folded', right: dumplings },
    { query: 'why does the footbridge bend at lunch', right: bridge },
    { query: "what's the price of cabbages", right: market },
    { query: 'what did the plumber find', right: archive },
    { query: 'can I visit the campus with children', right: openCampus },
    { query: 'how do I apply for the summer school?', right: summerSchool },
    { query: 'which building has solar panels', right: solar },
    { query: "who's the conductor of the orchestra", right: orchestra },
    // One and many, and other forms
    { query: 'dumpling', right: dumplings },
    { query: 'musician', right: orchestra },
    { query: 'fossils', right: fossil },
    { query: 'heron', right: herons },
    { query: 'painters', right: nightShift },
    { query: 'bike', right: bicycle },
    { query: 'calligrapher', right: iron },
    // Names misspelt, in another order, in one word or two, by title
    { query: 'Yang Lindy', right: ['/people/yang-lindi/'] },
    { query: 'Amara Okafr', right: ['/people/amara-okafor/'] },
    { query: 'okafor amara', right: ['/people/amara-okafor/'] },
    { query: 'Qiao Mu Yun', right: ['/people/qiao-muyun/'] },
    { query: 'songqiyue', right: ['/people/song-qiyue/'] },
    { query: 'Shen Yanqui', right: ['/people/shen-yanqiu/'] },
    { query: 'photographer', right: ['/people/qiao-muyun/', '/people/liang-shuning/'] },
    { query: 'translator', right: ['/people/wei-ruolan/'] },
    { query: 'English editor', right: ['/people/amara-okafor/'] },
    { query: 'Xie Qinghe', right: [...riverSpring, ...riverSummer, ...riverAutumn, '/press/'] },
    { query: 'Duan Yichen historian', right: archive },
    { query: 'Dr. Ouyang', right: bridge },
    { query: 'Auntie Tong', right: teachers },
    // Other words misspelt
    { query: 'exibition', right: [...iron, ...nightShift] },
    { query: 'greenhause', right: greenhouse },
    { query: 'sumer school', right: summerSchool },
    { query: 'calligrafy', right: iron },
    { query: 'astronmy club', right: telescope },
    { query: 'exchnage students', right: exchange },
    { query: 'electricty bill', right: solar },
    { query: 'foot bridge', right: bridge },
    { query: 'green house', right: greenhouse },
    // Dates
    { query: '2 Jan 2024', right: agreement },
    { query: 'Jan. 2, 2024', right: agreement },
    { query: '1/2/2024', right: agreement },
    { query: '06/2025', right: furnace },
    { query: 'July 30', right: riverSummer },
    { query: 'summer 2024', right: [...riverSummer, ...robot] },
    { query: 'August 2026', right: summerSchool },
    { query: 'Sept 2026', right: nightShift },
    // Topics, pages, places
    { query: 'student life', right: ['/topics/students-life/'] },
    { query: 'faculty', right: ['/topics/faculty-and-staff/'] },
    { query: 'science & technology', right: ['/topics/science-and-technology/'] },
    { query: 'contact us', right: ['/contact/'] },
    { query: 'privacy policy', right: ['/privacy/'] },
    { query: 'about us', right: ['/about/'] },
    { query: 'accessibility statement', right: ['/accessibility/'] },
    { query: 'for journalists', right: ['/press/'] },
    { query: 'events', right: ['/events/'] },
    { query: 'corrections', right: ['/corrections/'] },
    { query: 'photos', right: ['/photos/'] },
    { query: 'Shangshui', right: [...riverAutumn, ...riverSpring, ...riverSummer] },
    { query: 'Norrbruk', right: fossil },
    { query: 'north pond', right: herons },
    { query: 'Peking University Third Hospital', right: agreement },
    { query: 'Lisbon', right: summerSchool },
    // Phrases and hyphens
    { query: '"running script"', right: iron },
    { query: 'shop-floor archive', right: archive },
    { query: '“patience is permitted”', right: robot },
    { query: 'hand-luggage fossil', right: fossil },
    { query: 'adeyemi-cross', right: fellows },
    { query: '"slow ox" robot', right: robot },
    // Two scripts
    { query: 'bamboo 自行车', right: bicycle },
    { query: '竹子 bicycle workshop', right: bicycle },
  ]),
  ...asked('zh', [
    { query: '谁是舵手', right: rowersZh },
    { query: '竹自行车工坊在哪里？', right: bicycleZh },
    { query: '怎么参加赛艇队', right: rowersZh },
    { query: '关于', right: ['/zh/about/'] },
    { query: '隐私政策', right: ['/zh/privacy/'] },
    { query: '無障礙', right: ['/zh/accessibility/'] },
    { query: '沈砚秋 记者', right: ['/zh/people/shen-yanqiu/'] },
    { query: '宋棲月', right: ['/zh/people/song-qiyue/'] },
    { query: 'qiao muyun', right: ['/zh/people/qiao-muyun/'] },
    { query: '社会科学', right: ['/zh/topics/social-science/'] },
    { query: '學生生活', right: ['/zh/topics/students-life/'] },
    { query: '2025年5月12日', right: bicycleZh },
    { query: '二〇二五年十月', right: rowersZh },
    { query: '窦师傅的膝盖', right: bicycleZh },
    { query: '早上划船的学生', right: rowersZh },
    { query: '“失败墙”', right: bicycleZh },
    { query: 'furnace keeper', right: furnace },
  ]),
  ...asked('de', [
    { query: 'Wann beginnt die Heizung?', right: heatingDe },
    { query: 'Bibliotek', right: libraryDe },
    { query: 'Fussgaengerbruecke', right: bridgeDe },
    { query: 'Fußgängerbrücken', right: bridgeDe },
    { query: 'Graureiher', right: heronsDe },
    { query: '10. November 2025', right: heatingDe },
    { query: '10.11.2025', right: heatingDe },
    { query: 'Prüfung Lesesaal', right: libraryDe },
    { query: 'Yang Lindi', right: ['/de/people/yang-lindi/'] },
  ]),
  ...asked('ar', [
    { query: 'مكتبة', right: libraryAr },
    { query: 'متى تفتح المكتبة', right: libraryAr },
    { query: 'جوائز المعلمين', right: teachersAr },
    { query: 'نوفمبر ٢٠٢٥', right: hearingAr },
    { query: '٢٠٢٥/٩/١٠', right: teachersAr },
    { query: 'خريطه السمع', right: hearingAr },
    { query: 'شاحذ السكاكين', right: hearingAr },
  ]),
];
