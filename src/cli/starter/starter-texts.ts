/** What `news init` writes for a start, in every language whose words ship. */

export interface StarterTexts {
  /** The language's name for itself. */
  readonly language: string;
  readonly locale: string;
  /** Where none is given. */
  readonly tagline: string;
  /** `{name}` and `{email}` stand for the newsroom's own. */
  readonly story: StarterText;
  readonly pages: {
    readonly about: StarterText;
    readonly contact: StarterText;
    readonly privacy: StarterText;
    readonly accessibility: StarterText;
  };
}

export interface StarterText {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const starterTexts: Readonly<Record<string, StarterTexts>> = {
  en: {
    language: 'English',
    locale: 'en-GB',
    tagline: 'News, research and ideas from our university',
    story: {
      title: 'Our newsroom is online',
      paragraphs: [
        '{name} has a site of its own. This is its first story: change its words, or take it away when the next one is written.',
        'A story is a folder with a text and its photos. What is saved to the main branch is checked and then published.',
      ],
    },
    pages: {
      about: {
        title: 'About us',
        paragraphs: [
          '{name} reports on what happens here. Write who makes it, what it covers and how corrections are made.',
        ],
      },
      contact: { title: 'Contact', paragraphs: ['Write to us: {email}'] },
      privacy: {
        title: 'Privacy',
        paragraphs: [
          'This site sets no cookies, counts no single reader and loads nothing from other sites. The web server may keep access logs; write here for how long.',
        ],
      },
      accessibility: {
        title: 'Accessibility',
        paragraphs: [
          'This site is made to meet WCAG 2.2, level AA. If something does not work for you, write to us: {email}',
        ],
      },
    },
  },
  zh: {
    language: '中文',
    locale: 'zh-CN',
    tagline: '本校的新闻、研究与观点',
    story: {
      title: '我们的新闻网上线了',
      paragraphs: [
        '{name}有了自己的网站。这是第一篇报道：请修改它的文字，或在写好下一篇之后将它删去。',
        '一篇报道就是一个文件夹，里面放着文字和照片。保存到主分支的内容经过检查之后即会发布。',
      ],
    },
    pages: {
      about: {
        title: '关于我们',
        paragraphs: ['{name}报道这里发生的事。请在此写明由谁编写、报道什么、如何更正。'],
      },
      contact: { title: '联系我们', paragraphs: ['来信请寄：{email}'] },
      privacy: {
        title: '隐私',
        paragraphs: [
          '本站不设 Cookie，不统计任何一位读者，也不从其他网站载入任何内容。服务器可能保存访问日志，请在此写明保存多久。',
        ],
      },
      accessibility: {
        title: '无障碍声明',
        paragraphs: ['本站按 WCAG 2.2 AA 级制作。如果您使用时遇到困难，请告诉我们：{email}'],
      },
    },
  },
  de: {
    language: 'Deutsch',
    locale: 'de-DE',
    tagline: 'Nachrichten, Forschung und Ideen aus unserer Hochschule',
    story: {
      title: 'Unsere Redaktion ist online',
      paragraphs: [
        '{name} hat eine eigene Website. Dies ist der erste Artikel: Schreiben Sie ihn um, oder löschen Sie ihn, sobald der nächste fertig ist.',
        'Ein Artikel ist ein Ordner mit einem Text und seinen Fotos. Was im Hauptzweig gespeichert wird, wird geprüft und dann veröffentlicht.',
      ],
    },
    pages: {
      about: {
        title: 'Über uns',
        paragraphs: [
          '{name} berichtet darüber, was hier geschieht. Schreiben Sie, wer die Seiten macht, worüber sie berichten und wie Fehler berichtigt werden.',
        ],
      },
      contact: { title: 'Kontakt', paragraphs: ['Schreiben Sie uns: {email}'] },
      privacy: {
        title: 'Datenschutz',
        paragraphs: [
          'Diese Website setzt keine Cookies, zählt niemanden einzeln und lädt nichts von anderen Websites. Der Webserver kann Zugriffe protokollieren; schreiben Sie hier, wie lange.',
        ],
      },
      accessibility: {
        title: 'Barrierefreiheit',
        paragraphs: [
          'Diese Website soll WCAG 2.2, Stufe AA, erfüllen. Wenn etwas für Sie nicht funktioniert, schreiben Sie uns: {email}',
        ],
      },
    },
  },
  fr: {
    language: 'Français',
    locale: 'fr-FR',
    tagline: 'Actualités, recherche et idées de notre université',
    story: {
      title: 'Notre rédaction est en ligne',
      paragraphs: [
        '{name} a son propre site. Voici son premier article : réécrivez-le, ou supprimez-le quand le suivant sera prêt.',
        'Un article est un dossier contenant un texte et ses photos. Ce qui est enregistré sur la branche principale est vérifié, puis publié.',
      ],
    },
    pages: {
      about: {
        title: 'À propos',
        paragraphs: [
          '{name} rend compte de ce qui se passe ici. Écrivez qui le réalise, ce qu’il couvre et comment les erreurs sont rectifiées.',
        ],
      },
      contact: { title: 'Contact', paragraphs: ['Écrivez-nous : {email}'] },
      privacy: {
        title: 'Confidentialité',
        paragraphs: [
          'Ce site ne dépose aucun cookie, ne compte aucun lecteur en particulier et ne charge rien d’autres sites. Le serveur peut conserver des journaux d’accès ; indiquez ici pendant combien de temps.',
        ],
      },
      accessibility: {
        title: 'Accessibilité',
        paragraphs: [
          'Ce site vise le niveau AA des WCAG 2.2. Si quelque chose ne fonctionne pas pour vous, écrivez-nous : {email}',
        ],
      },
    },
  },
  es: {
    language: 'Español',
    locale: 'es-ES',
    tagline: 'Noticias, investigación e ideas de nuestra universidad',
    story: {
      title: 'Nuestra redacción está en línea',
      paragraphs: [
        '{name} tiene su propio sitio. Este es el primer artículo: cámbielo, o bórrelo cuando el siguiente esté escrito.',
        'Un artículo es una carpeta con un texto y sus fotos. Lo que se guarda en la rama principal se comprueba y después se publica.',
      ],
    },
    pages: {
      about: {
        title: 'Quiénes somos',
        paragraphs: [
          '{name} informa de lo que ocurre aquí. Escriba quién lo hace, de qué trata y cómo se corrigen los errores.',
        ],
      },
      contact: { title: 'Contacto', paragraphs: ['Escríbanos: {email}'] },
      privacy: {
        title: 'Privacidad',
        paragraphs: [
          'Este sitio no usa cookies, no cuenta a ninguna persona en particular y no carga nada de otros sitios. El servidor puede guardar registros de acceso; indique aquí durante cuánto tiempo.',
        ],
      },
      accessibility: {
        title: 'Accesibilidad',
        paragraphs: [
          'Este sitio quiere cumplir las WCAG 2.2, nivel AA. Si algo no le funciona, escríbanos: {email}',
        ],
      },
    },
  },
  pt: {
    language: 'Português',
    locale: 'pt-BR',
    tagline: 'Notícias, investigação e ideias da nossa universidade',
    story: {
      title: 'Nossa redação está no ar',
      paragraphs: [
        '{name} tem um site próprio. Este é o primeiro artigo: mude o texto, ou apague-o quando o próximo estiver escrito.',
        'Um artigo é uma pasta com um texto e as suas fotos. O que é salvo no ramo principal é verificado e depois publicado.',
      ],
    },
    pages: {
      about: {
        title: 'Sobre nós',
        paragraphs: [
          '{name} informa sobre o que acontece aqui. Escreva quem o faz, o que cobre e como se corrigem os erros.',
        ],
      },
      contact: { title: 'Contato', paragraphs: ['Escreva para nós: {email}'] },
      privacy: {
        title: 'Privacidade',
        paragraphs: [
          'Este site não usa cookies, não conta nenhum leitor em particular e não carrega nada de outros sites. O servidor pode guardar registros de acesso; escreva aqui por quanto tempo.',
        ],
      },
      accessibility: {
        title: 'Acessibilidade',
        paragraphs: [
          'Este site procura cumprir as WCAG 2.2, nível AA. Se algo não funciona para você, escreva para nós: {email}',
        ],
      },
    },
  },
  it: {
    language: 'Italiano',
    locale: 'it-IT',
    tagline: 'Notizie, ricerca e idee dalla nostra università',
    story: {
      title: 'La nostra redazione è online',
      paragraphs: [
        '{name} ha un sito proprio. Questo è il primo articolo: riscrivetelo, o toglietelo quando il prossimo sarà pronto.',
        'Un articolo è una cartella con un testo e le sue foto. Ciò che si salva nel ramo principale viene controllato e poi pubblicato.',
      ],
    },
    pages: {
      about: {
        title: 'Chi siamo',
        paragraphs: [
          '{name} racconta ciò che accade qui. Scrivete chi lo fa, di che cosa si occupa e come si correggono gli errori.',
        ],
      },
      contact: { title: 'Contatti', paragraphs: ['Scriveteci: {email}'] },
      privacy: {
        title: 'Privacy',
        paragraphs: [
          'Questo sito non usa cookie, non conta nessun singolo lettore e non carica nulla da altri siti. Il server può conservare registri di accesso; scrivete qui per quanto tempo.',
        ],
      },
      accessibility: {
        title: 'Accessibilità',
        paragraphs: [
          'Questo sito mira al livello AA delle WCAG 2.2. Se qualcosa non funziona, scriveteci: {email}',
        ],
      },
    },
  },
  nl: {
    language: 'Nederlands',
    locale: 'nl-NL',
    tagline: 'Nieuws, onderzoek en ideeën van onze universiteit',
    story: {
      title: 'Onze redactie is online',
      paragraphs: [
        '{name} heeft een eigen site. Dit is het eerste artikel: herschrijf het, of haal het weg zodra het volgende klaar is.',
        'Een artikel is een map met een tekst en de foto’s erbij. Wat op de hoofdtak wordt bewaard, wordt gecontroleerd en dan gepubliceerd.',
      ],
    },
    pages: {
      about: {
        title: 'Over ons',
        paragraphs: [
          '{name} bericht over wat hier gebeurt. Schrijf wie het maakt, waarover het gaat en hoe fouten worden hersteld.',
        ],
      },
      contact: { title: 'Contact', paragraphs: ['Schrijf ons: {email}'] },
      privacy: {
        title: 'Privacy',
        paragraphs: [
          'Deze site plaatst geen cookies, telt geen enkele lezer apart en laadt niets van andere sites. De webserver kan toegangslogboeken bewaren; schrijf hier hoe lang.',
        ],
      },
      accessibility: {
        title: 'Toegankelijkheid',
        paragraphs: [
          'Deze site wil voldoen aan WCAG 2.2, niveau AA. Werkt iets niet voor u, schrijf ons dan: {email}',
        ],
      },
    },
  },
  pl: {
    language: 'Polski',
    locale: 'pl-PL',
    tagline: 'Aktualności, badania i idee z naszej uczelni',
    story: {
      title: 'Nasza redakcja jest w sieci',
      paragraphs: [
        '{name} ma własną stronę. To pierwszy artykuł: zmień jego treść albo usuń go, gdy powstanie następny.',
        'Artykuł to folder z tekstem i zdjęciami. To, co zapisano w głównej gałęzi, jest sprawdzane, a potem publikowane.',
      ],
    },
    pages: {
      about: {
        title: 'O nas',
        paragraphs: [
          '{name} pisze o tym, co się tu dzieje. Napisz, kto tworzy serwis, o czym informuje i jak poprawia błędy.',
        ],
      },
      contact: { title: 'Kontakt', paragraphs: ['Napisz do nas: {email}'] },
      privacy: {
        title: 'Prywatność',
        paragraphs: [
          'Ta strona nie używa plików cookie, nie liczy pojedynczych czytelników i niczego nie wczytuje z innych stron. Serwer może przechowywać dzienniki dostępu; napisz tu, jak długo.',
        ],
      },
      accessibility: {
        title: 'Dostępność',
        paragraphs: [
          'Ta strona ma spełniać WCAG 2.2 na poziomie AA. Jeśli coś nie działa, napisz do nas: {email}',
        ],
      },
    },
  },
  ru: {
    language: 'Русский',
    locale: 'ru-RU',
    tagline: 'Новости, исследования и идеи нашего университета',
    story: {
      title: 'Наша редакция в сети',
      paragraphs: [
        'У {name} есть свой сайт. Это первая статья: измените её или удалите, когда будет готова следующая.',
        'Статья — это папка с текстом и фотографиями. То, что сохранено в главной ветке, проверяется и затем публикуется.',
      ],
    },
    pages: {
      about: {
        title: 'О нас',
        paragraphs: [
          '{name} рассказывает о том, что здесь происходит. Напишите, кто делает сайт, о чём он и как исправляются ошибки.',
        ],
      },
      contact: { title: 'Контакты', paragraphs: ['Пишите нам: {email}'] },
      privacy: {
        title: 'Конфиденциальность',
        paragraphs: [
          'Сайт не использует cookie, не считает отдельных читателей и ничего не загружает с других сайтов. Сервер может хранить журналы доступа; напишите здесь, как долго.',
        ],
      },
      accessibility: {
        title: 'Доступность',
        paragraphs: [
          'Сайт создан так, чтобы отвечать WCAG 2.2 уровня AA. Если что-то не работает, напишите нам: {email}',
        ],
      },
    },
  },
  uk: {
    language: 'Українська',
    locale: 'uk-UA',
    tagline: 'Новини, дослідження та ідеї нашого університету',
    story: {
      title: 'Наша редакція в мережі',
      paragraphs: [
        '{name} має власний сайт. Це перша стаття: змініть її або вилучіть, коли буде готова наступна.',
        'Стаття — це тека з текстом і світлинами. Те, що збережено в головній гілці, перевіряється, а потім публікується.',
      ],
    },
    pages: {
      about: {
        title: 'Про нас',
        paragraphs: [
          '{name} розповідає про те, що тут відбувається. Напишіть, хто робить сайт, про що він і як виправляються помилки.',
        ],
      },
      contact: { title: 'Контакти', paragraphs: ['Пишіть нам: {email}'] },
      privacy: {
        title: 'Приватність',
        paragraphs: [
          'Сайт не використовує cookie, не рахує окремих читачів і нічого не завантажує з інших сайтів. Сервер може зберігати журнали доступу; напишіть тут, як довго.',
        ],
      },
      accessibility: {
        title: 'Доступність',
        paragraphs: [
          'Сайт створено так, щоб він відповідав WCAG 2.2 рівня AA. Якщо щось не працює, напишіть нам: {email}',
        ],
      },
    },
  },
  ar: {
    language: 'العربية',
    locale: 'ar-EG',
    tagline: 'أخبار جامعتنا وأبحاثها وأفكارها',
    story: {
      title: 'غرفة أخبارنا على الإنترنت',
      paragraphs: [
        'صار لـ{name} موقع خاص. هذا هو المقال الأول: غيّر كلماته، أو احذفه بعد كتابة المقال التالي.',
        'المقال مجلد فيه نص وصوره. وما يُحفظ في الفرع الرئيسي يُفحص ثم يُنشر.',
      ],
    },
    pages: {
      about: {
        title: 'من نحن',
        paragraphs: ['ينقل {name} ما يجري هنا. اكتب من يعدّه، وما يغطيه، وكيف تُصحَّح الأخطاء.'],
      },
      contact: { title: 'اتصل بنا', paragraphs: ['راسلنا: {email}'] },
      privacy: {
        title: 'الخصوصية',
        paragraphs: [
          'لا يضع هذا الموقع ملفات تعريف ارتباط، ولا يحصي قارئًا بعينه، ولا يحمّل شيئًا من مواقع أخرى. وقد يحتفظ الخادم بسجلات الدخول؛ اكتب هنا مدة ذلك.',
        ],
      },
      accessibility: {
        title: 'إمكانية الوصول',
        paragraphs: [
          'صُمِّم هذا الموقع ليستوفي معايير WCAG 2.2 بمستوى AA. إن لم يعمل شيء لديك فراسلنا: {email}',
        ],
      },
    },
  },
  fa: {
    language: 'فارسی',
    locale: 'fa-IR',
    tagline: 'خبرها، پژوهش‌ها و ایده‌های دانشگاه ما',
    story: {
      title: 'تحریریهٔ ما برخط شد',
      paragraphs: [
        '{name} وبگاه خود را دارد. این نخستین مطلب است: آن را تغییر دهید، یا پس از نوشتن مطلب بعدی بردارید.',
        'هر مطلب پوشه‌ای است با متن و عکس‌هایش. آنچه در شاخهٔ اصلی ذخیره شود بررسی و سپس منتشر می‌شود.',
      ],
    },
    pages: {
      about: {
        title: 'دربارهٔ ما',
        paragraphs: [
          '{name} از رویدادهای اینجا گزارش می‌دهد. بنویسید چه کسانی آن را می‌سازند، به چه می‌پردازد و خطاها چگونه اصلاح می‌شود.',
        ],
      },
      contact: { title: 'تماس', paragraphs: ['به ما بنویسید: {email}'] },
      privacy: {
        title: 'حریم خصوصی',
        paragraphs: [
          'این وبگاه کوکی نمی‌گذارد، هیچ خواننده‌ای را جداگانه نمی‌شمارد و چیزی از وبگاه‌های دیگر بار نمی‌کند. کارساز شاید گزارش دسترسی نگه دارد؛ مدت آن را اینجا بنویسید.',
        ],
      },
      accessibility: {
        title: 'دسترس‌پذیری',
        paragraphs: [
          'این وبگاه برای سازگاری با WCAG 2.2 سطح AA ساخته شده است. اگر چیزی برای شما کار نمی‌کند، به ما بنویسید: {email}',
        ],
      },
    },
  },
  he: {
    language: 'עברית',
    locale: 'he-IL',
    tagline: 'חדשות, מחקר ורעיונות מהאוניברסיטה שלנו',
    story: {
      title: 'חדר החדשות שלנו ברשת',
      paragraphs: [
        'ל{name} יש אתר משלו. זו הכתבה הראשונה: שנו אותה, או הסירו אותה כשהבאה תהיה מוכנה.',
        'כתבה היא תיקייה עם טקסט ותמונות. מה שנשמר בענף הראשי נבדק ואז מתפרסם.',
      ],
    },
    pages: {
      about: {
        title: 'אודות',
        paragraphs: ['{name} מדווח על מה שקורה כאן. כתבו מי עורך את האתר, במה הוא עוסק וכיצד מתקנים טעויות.'],
      },
      contact: { title: 'צרו קשר', paragraphs: ['כתבו אלינו: {email}'] },
      privacy: {
        title: 'פרטיות',
        paragraphs: [
          'האתר אינו משתמש בעוגיות, אינו סופר קוראים יחידים ואינו טוען דבר מאתרים אחרים. ייתכן שהשרת שומר יומני גישה; כתבו כאן לכמה זמן.',
        ],
      },
      accessibility: {
        title: 'נגישות',
        paragraphs: ['האתר נבנה כדי לעמוד בתקן WCAG 2.2 ברמה AA. אם משהו אינו פועל, כתבו אלינו: {email}'],
      },
    },
  },
  tr: {
    language: 'Türkçe',
    locale: 'tr-TR',
    tagline: 'Üniversitemizden haberler, araştırmalar ve fikirler',
    story: {
      title: 'Haber odamız yayında',
      paragraphs: [
        '{name} artık kendi sitesine sahip. Bu ilk haber: metnini değiştirin ya da sonraki yazılınca kaldırın.',
        'Bir haber, metni ve fotoğrafları olan bir klasördür. Ana dala kaydedilenler denetlenir, sonra yayımlanır.',
      ],
    },
    pages: {
      about: {
        title: 'Hakkımızda',
        paragraphs: [
          '{name} burada olup bitenleri haber yapar. Kimin hazırladığını, neleri kapsadığını ve hataların nasıl düzeltildiğini yazın.',
        ],
      },
      contact: { title: 'İletişim', paragraphs: ['Bize yazın: {email}'] },
      privacy: {
        title: 'Gizlilik',
        paragraphs: [
          'Bu site çerez kullanmaz, hiçbir okuru tek tek saymaz ve başka sitelerden bir şey yüklemez. Sunucu erişim kayıtları tutabilir; ne kadar süreyle tuttuğunu buraya yazın.',
        ],
      },
      accessibility: {
        title: 'Erişilebilirlik',
        paragraphs: [
          'Bu site WCAG 2.2 AA düzeyine uyacak biçimde hazırlanmıştır. Bir şey çalışmıyorsa bize yazın: {email}',
        ],
      },
    },
  },
  ja: {
    language: '日本語',
    locale: 'ja-JP',
    tagline: '本学のニュース、研究、アイデア',
    story: {
      title: 'ニュースサイトを開設しました',
      paragraphs: [
        '{name}のサイトができました。これは最初の記事です。文章を書き換えるか、次の記事ができたら削除してください。',
        '記事は、文章と写真を入れたフォルダーです。メインブランチに保存した内容は、検査のあとで公開されます。',
      ],
    },
    pages: {
      about: {
        title: 'このサイトについて',
        paragraphs: [
          '{name}は、ここで起きていることを伝えます。誰が作り、何を扱い、誤りをどう訂正するかを書いてください。',
        ],
      },
      contact: { title: 'お問い合わせ', paragraphs: ['ご連絡先：{email}'] },
      privacy: {
        title: 'プライバシー',
        paragraphs: [
          'このサイトは Cookie を使わず、読者を個別に数えず、ほかのサイトから何も読み込みません。サーバーがアクセス記録を残すことがあります。その期間をここに書いてください。',
        ],
      },
      accessibility: {
        title: 'アクセシビリティ',
        paragraphs: [
          'このサイトは WCAG 2.2 の AA に沿うように作られています。使えないところがあればお知らせください：{email}',
        ],
      },
    },
  },
  ko: {
    language: '한국어',
    locale: 'ko-KR',
    tagline: '우리 대학의 소식과 연구, 생각',
    story: {
      title: '뉴스룸이 문을 열었습니다',
      paragraphs: [
        '{name}의 사이트가 생겼습니다. 이것은 첫 기사입니다. 글을 고치거나, 다음 기사를 쓴 뒤에 지우세요.',
        '기사는 글과 사진이 든 폴더입니다. 기본 브랜치에 저장한 내용은 검사를 거쳐 게시됩니다.',
      ],
    },
    pages: {
      about: {
        title: '소개',
        paragraphs: [
          '{name}은(는) 이곳에서 일어나는 일을 전합니다. 누가 만들고 무엇을 다루며 오류를 어떻게 바로잡는지 쓰세요.',
        ],
      },
      contact: { title: '연락처', paragraphs: ['연락할 곳: {email}'] },
      privacy: {
        title: '개인정보',
        paragraphs: [
          '이 사이트는 쿠키를 쓰지 않고, 독자를 개별적으로 세지 않으며, 다른 사이트에서 아무것도 불러오지 않습니다. 서버가 접속 기록을 남길 수 있습니다. 보관 기간을 여기에 쓰세요.',
        ],
      },
      accessibility: {
        title: '접근성',
        paragraphs: [
          '이 사이트는 WCAG 2.2 AA 수준에 맞추어 만들었습니다. 이용하기 어려운 점이 있으면 알려 주세요: {email}',
        ],
      },
    },
  },
  hi: {
    language: 'हिन्दी',
    locale: 'hi-IN',
    tagline: 'हमारे विश्वविद्यालय के समाचार, शोध और विचार',
    story: {
      title: 'हमारा समाचार-कक्ष ऑनलाइन है',
      paragraphs: [
        '{name} की अपनी साइट है। यह पहला लेख है: इसके शब्द बदलें, या अगला लेख तैयार होने पर इसे हटा दें।',
        'लेख एक फ़ोल्डर है जिसमें पाठ और तस्वीरें होती हैं। मुख्य शाखा में सहेजी गई सामग्री जाँची जाती है और फिर प्रकाशित होती है।',
      ],
    },
    pages: {
      about: {
        title: 'हमारे बारे में',
        paragraphs: [
          '{name} यहाँ होने वाली घटनाओं की ख़बर देता है। लिखें कि इसे कौन बनाता है, इसमें क्या होता है और ग़लतियाँ कैसे सुधारी जाती हैं।',
        ],
      },
      contact: { title: 'संपर्क', paragraphs: ['हमें लिखें: {email}'] },
      privacy: {
        title: 'गोपनीयता',
        paragraphs: [
          'यह साइट कुकी नहीं रखती, किसी एक पाठक को नहीं गिनती और दूसरी साइटों से कुछ नहीं लाती। सर्वर पहुँच के अभिलेख रख सकता है; यहाँ लिखें कि कितने समय तक।',
        ],
      },
      accessibility: {
        title: 'सुगम्यता',
        paragraphs: ['यह साइट WCAG 2.2 स्तर AA के अनुसार बनाई गई है। यदि कुछ काम न करे, तो हमें लिखें: {email}'],
      },
    },
  },
  id: {
    language: 'Bahasa Indonesia',
    locale: 'id-ID',
    tagline: 'Berita, riset, dan gagasan dari universitas kami',
    story: {
      title: 'Ruang berita kami sudah daring',
      paragraphs: [
        '{name} punya situs sendiri. Ini artikel pertamanya: ubah isinya, atau hapus setelah artikel berikutnya ditulis.',
        'Sebuah artikel adalah folder berisi teks dan fotonya. Yang disimpan ke cabang utama diperiksa, lalu diterbitkan.',
      ],
    },
    pages: {
      about: {
        title: 'Tentang kami',
        paragraphs: [
          '{name} memberitakan apa yang terjadi di sini. Tuliskan siapa yang membuatnya, apa liputannya, dan bagaimana kesalahan diralat.',
        ],
      },
      contact: { title: 'Kontak', paragraphs: ['Tulis kepada kami: {email}'] },
      privacy: {
        title: 'Privasi',
        paragraphs: [
          'Situs ini tidak memasang kuki, tidak menghitung pembaca satu per satu, dan tidak memuat apa pun dari situs lain. Server mungkin menyimpan catatan akses; tuliskan di sini berapa lama.',
        ],
      },
      accessibility: {
        title: 'Aksesibilitas',
        paragraphs: [
          'Situs ini dibuat untuk memenuhi WCAG 2.2 tingkat AA. Jika ada yang tidak berfungsi, tulis kepada kami: {email}',
        ],
      },
    },
  },
  vi: {
    language: 'Tiếng Việt',
    locale: 'vi-VN',
    tagline: 'Tin tức, nghiên cứu và ý tưởng từ trường đại học của chúng tôi',
    story: {
      title: 'Tòa soạn của chúng tôi đã lên mạng',
      paragraphs: [
        '{name} có trang riêng. Đây là bài đầu tiên: hãy sửa lời văn, hoặc gỡ đi khi bài tiếp theo đã viết xong.',
        'Một bài là một thư mục có văn bản và ảnh. Những gì lưu vào nhánh chính được kiểm tra rồi mới đăng.',
      ],
    },
    pages: {
      about: {
        title: 'Giới thiệu',
        paragraphs: [
          '{name} đưa tin về những gì diễn ra ở đây. Hãy viết ai làm trang này, đưa tin gì và sửa sai như thế nào.',
        ],
      },
      contact: { title: 'Liên hệ', paragraphs: ['Viết cho chúng tôi: {email}'] },
      privacy: {
        title: 'Quyền riêng tư',
        paragraphs: [
          'Trang này không đặt cookie, không đếm riêng người đọc nào và không tải gì từ trang khác. Máy chủ có thể giữ nhật ký truy cập; hãy viết ở đây trong bao lâu.',
        ],
      },
      accessibility: {
        title: 'Khả năng tiếp cận',
        paragraphs: [
          'Trang này được làm để đáp ứng WCAG 2.2 mức AA. Nếu có gì không dùng được, hãy viết cho chúng tôi: {email}',
        ],
      },
    },
  },
};
