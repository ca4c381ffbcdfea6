/** What each field is for, in Chinese, by the English of the schema. A test finds those that are missing. */

export const chineseHelp: Readonly<Record<string, string>> = {
  'The headline.': '标题。',
  'The day of the story (2024-01-02) in the time zone of the site, or a moment with its offset (2024-01-02T08:00+08:00).':
    '稿件日期（2024-01-02），以网站时区为准；也可写带时差的时刻（2024-01-02T08:00+08:00）。',
  'One topic or several, by the names in site.yaml.': '一个或多个栏目，用 site.yaml 中的名称。',
  'The same as topics, for a story with one.': '与“栏目”相同，用于只有一个栏目的稿件。',
  'One or two sentences for lists, feeds and searches; else the first of the text.':
    '用于列表、订阅和搜索的一两句话；不填则取正文开头。',
  'Who did what: a role of site.yaml, then one name or a list of names ("YANG Lindi").':
    '谁做了什么：site.yaml 中的分工，后面是一个或多个姓名。',
  'The photo that stands for the story in lists; else the first one in the text.':
    '在列表中代表本稿的照片；不填则用正文第一张。',
  'Caption, alt, credit, focus and source of photos, by file name; what stands beside the photo wins.':
    '按文件名写的照片说明、描述、署名、焦点和来源；照片旁边写的优先。',
  'Who does what, where.': '谁在哪里做什么。',
  'What is to be seen, for readers who cannot see it.': '画面内容，供看不见的读者了解。',
  'Who took it.': '谁拍的。',
  'What a crop must keep: from the left and from the top, 0 to 1.': '裁剪必须保留之处：距左、距上，0 到 1。',
  'Where it comes from, when the file does not say: camera, ai, ai-edited, or a term of the IPTC.':
    '照片来源（文件未注明时）：camera、ai、ai-edited 或 IPTC 术语。',
  'The language, when the file is not named after it (index.zh.md).':
    '语言；文件名已注明（index.zh.md）时不必填。',
  'The last part of the address; else the name of the folder.': '网址的最后一段；不填则用文件夹名。',
  'Old addresses that lead here.': '指向本稿的旧网址。',
  'true while the story is unfinished: it is never published.': '稿件未完成时勾选：不会发布。',
  'When the story appears by itself.': '稿件自动发布的时间。',
  'The moment before which nothing of the story may be seen.': '在此时刻之前，稿件的任何内容都不得公开。',
  'When the story disappears again.': '稿件下线的时间。',
  'How the story opens: standard, photo-first, full-bleed, or cover (the headline on the photo). Else as its photos ask.':
    '稿件的开头样式：标题在先、图片在先、通栏，或标题压在图片上；不填则按图片自动选择。',
  'How long the story leads the home page.': '稿件在首页置顶到何时。',
  'The last change that readers should know of.': '读者应知道的最近一次更新。',
  'What a machine wrote or drew: generated, assisted, translated, or a sentence; readers are told above the story.':
    '机器写了或画了什么：generated、assisted、translated 或一句话；会在稿件上方告知读者。',
  'What a machine did of the text.': '机器参与了哪些文字工作。',
  'Where the photos come from that nothing else is said of, or a sentence about them.':
    '未另外注明的照片的来源，或关于它们的一句话。',
  'The name of the series that the story belongs to.': '稿件所属系列的名称。',
  'Other stories, by their folders: 2024/bamboo-bicycle.': '其他稿件，按文件夹填写：2024/bamboo-bicycle。',
  'What was wrong and has been put right; shown under the story.': '曾有的错误及更正；显示在稿件下方。',
  'When it was corrected.': '更正日期。',
  'What was wrong and what is right.': '错在哪里，正确的是什么。',
  'correction, clarification or retraction.': '更正、说明或撤稿。',
  'Whom journalists may ask.': '媒体联系人。',
  'Name.': '姓名。',
  'E-mail address.': '邮箱地址。',
  'Telephone number.': '电话号码。',
  'Office.': '职务。',
  'The first publisher of a story taken over from elsewhere.': '转载稿件的首发单位。',
  'Who published it first.': '首发单位名称。',
  'Where.': '首发网址。',
  'How often the story was read on the old site.': '稿件在旧站的阅读量。',
  'What is to take place: from, to, place, register, cancelled.':
    '将举行的活动：开始、结束、地点、报名、是否取消。',
  'Whether it does not take place after all: readers and calendars are told.':
    '活动是否取消：读者和日历会得到通知。',
  'When it begins: a moment with its offset, or a day.': '开始时间：带时差的时刻，或日期。',
  'When it ends, or its last day.': '结束时间，或最后一天。',
  'Where it is.': '地点。',
  'Where one registers: a web address, or mailto: and an e-mail address.':
    '报名处：网址，或 mailto: 加邮箱地址。',
};
