/**
 * Reads the addresses of hosted films in all the forms in which people paste them: of the page, of the short link, of the
 * player. Pure: nothing is asked for, so whether the film is there is not known. Times are in seconds.
 */

type FilmHost = 'youtube' | 'vimeo' | 'bilibili' | 'peertube';

/** A film that lies with somebody else. */
export interface HostedFilm {
  readonly host: FilmHost;
  /** The address of its page there, for readers without scripts. */
  readonly page: string;
  /** The address of its player, without a wish to begin by itself. */
  readonly player: string;
}

export type FilmReading =
  | { readonly ok: true; readonly film: HostedFilm }
  | { readonly ok: false; readonly message: string; readonly hint: string };

/** Where each host's player comes from: all that a page with its film may put into a frame. */
const playerOrigins: Readonly<Record<Exclude<FilmHost, 'peertube'>, string>> = {
  youtube: 'https://www.youtube-nocookie.com',
  vimeo: 'https://player.vimeo.com',
  bilibili: 'https://player.bilibili.com',
};

/** Those that every site may show; PeerTube's instances are listed in site.yaml. */
export const commonPlayerOrigins: readonly string[] = Object.values(playerOrigins);

/** As readers know it: the name of the host, of PeerTube the machine, because many newsrooms have one. */
export function hostName({ host, player }: HostedFilm): string {
  switch (host) {
    case 'youtube':
      return 'YouTube';
    case 'vimeo':
      return 'Vimeo';
    case 'bilibili':
      return 'Bilibili';
    case 'peertube':
      return new URL(player).host;
  }
}

/** The same with whose it is, where few readers know. */
export function hostAndOwner(film: HostedFilm): string {
  return film.host === 'youtube' ? 'YouTube (Google)' : hostName(film);
}

/** Undefined where the address is that of no film: a page of another site, a file. */
export function readFilmAddress(address: string): FilmReading | undefined {
  const typed = address.trim();
  if (!/^(?:https?:)?\/\//iu.test(typed) && !/^(?:www\.|m\.)?(?:youtu|vimeo|bilibili)/iu.test(typed))
    return undefined;
  const whole = typed.replace(/^(?:https?:)?(?:\/\/)?/iu, 'https://');
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  if (url.username !== '' || url.port !== '') return undefined;
  const name = url.hostname.replace(/^(?:www|m|mobile)\./u, '');
  if (/^(?:music\.)?youtube\.com$|^youtube-nocookie\.com$|^youtu\.be$/u.test(name)) return youtube(url, name);
  if (name === 'vimeo.com' || name === 'player.vimeo.com') return vimeo(url);
  if (/^(?:player\.)?bilibili\.com$|^b23\.tv$/u.test(name)) return bilibili(url, name);
  return peertube(url) ?? foreign(url, name);
}

function youtube(url: URL, name: string): FilmReading {
  const parts = partsOf(url);
  const { searchParams: query } = url;
  const [first = '', second = ''] = parts;
  const list = listId(query.get('list'));
  const inPath = /^(?:embed|shorts|live|v|e)$/u.test(first) ? second : name === 'youtu.be' ? first : '';
  const video = query.get('v') ?? (inPath === 'videoseries' ? '' : inPath);
  const start = startOf(query.get('t') ?? query.get('start') ?? hashTime(url));
  if (/^[\w-]{11}$/u.test(video)) {
    return film('youtube', {
      page: addressOf('https://www.youtube.com/watch', { v: video, list, t: start && `${start}s` }),
      player: addressOf(`${playerOrigins.youtube}/embed/${video}`, { list, start }),
    });
  }
  if (list !== undefined && (first === 'playlist' || second === 'videoseries' || first === 'watch')) {
    return film('youtube', {
      page: addressOf('https://www.youtube.com/playlist', { list }),
      player: addressOf(`${playerOrigins.youtube}/embed/videoseries`, { list }),
    });
  }
  if (video !== '' || /^(?:watch|embed|shorts|live|v|playlist)$/u.test(first)) {
    return wrong(
      'This address of YouTube names no film: its mark has 11 letters and digits.',
      'Open the film, choose Share, and copy the address: https://youtu.be/dQw4w9WgXcQ',
    );
  }
  return wrong(
    'This address of YouTube leads to a channel or a list, not to one film.',
    'Open the film itself and copy its address: https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  );
}

/** `vimeo.com/76979871`, with the mark of an unlisted film behind it: `/76979871/3f2a1b0c9d`. */
function vimeo(url: URL): FilmReading {
  const parts = partsOf(url);
  const at = parts.findIndex((part) => /^\d{5,12}$/u.test(part));
  const [first = ''] = parts;
  // The number of a showcase, a group or an event is that of no film.
  const isOther = at > 0 && !/^(?:video|videos|channels|groups|showcase|album|ondemand|manage)$/u.test(first);
  const last = parts.findLastIndex((part) => /^\d{5,12}$/u.test(part));
  const isList = /^(?:showcase|album|event|groups)$/u.test(first) && last === 1;
  const id = parts[last];
  if (id === undefined || isOther || isList || first === 'event') {
    return wrong(
      'This address of Vimeo leads to no single film.',
      'Open the film itself and copy its address: https://vimeo.com/76979871',
    );
  }
  const behind = parts[last + 1];
  const mark = url.searchParams.get('h') ?? behind;
  const hash = mark !== undefined && /^[0-9a-z]{6,20}$/iu.test(mark) ? mark : undefined;
  const start = startOf(hashTime(url) ?? url.searchParams.get('t'));
  const time = start === undefined ? '' : `#t=${start}s`;
  return film('vimeo', {
    page: `https://vimeo.com/${id}${hash === undefined ? '' : `/${hash}`}${time}`,
    // dnt: no statistics of the reader.
    player: `${addressOf(`${playerOrigins.vimeo}/video/${id}`, { h: hash, dnt: '1' })}${time}`,
  });
}

/** `BV1xx411c7mD` or the older `av170001`; `?p=2` is the second part. */
function bilibili(url: URL, name: string): FilmReading {
  const { searchParams: query } = url;
  const parts = partsOf(url);
  const inPath = parts.find((part) => /^(?:BV[0-9A-Za-z]{10}|av\d+)$/iu.test(part));
  const aid = query.get('aid');
  const id = inPath ?? query.get('bvid') ?? (aid === null ? undefined : `av${aid}`);
  const bvid = id !== undefined && /^BV[0-9A-Za-z]{10}$/iu.test(id) ? `BV${id.slice(2)}` : undefined;
  const number = id !== undefined && /^av\d{1,18}$/iu.test(id) ? id.slice(2) : undefined;
  if (bvid === undefined && number === undefined) {
    return wrong(
      name === 'b23.tv'
        ? 'This short address of Bilibili does not say which film it leads to.'
        : 'This address of Bilibili names no film: its mark begins with BV.',
      'Open the film and copy the address of its page: https://www.bilibili.com/video/BV1xx411c7mD',
    );
  }
  const part = wholeNumber(query.get('p') ?? query.get('page'));
  const p = part === undefined || part === '1' ? undefined : part;
  const start = startOf(query.get('t') ?? query.get('start_progress'));
  return film('bilibili', {
    page: addressOf(`https://www.bilibili.com/video/${bvid ?? `av${number ?? ''}`}/`, { p, t: start }),
    player: addressOf(`${playerOrigins.bilibili}/player.html`, {
      isOutside: 'true',
      bvid,
      aid: bvid === undefined ? number : undefined,
      p,
      t: start,
      autoplay: '0',
    }),
  });
}

const peertubeId = /^(?:[1-9A-HJ-NP-Za-km-z]{22}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;

/** Known by its path: every instance has its own host. Whether a site shows films of it is said in site.yaml. */
function peertube(url: URL): FilmReading | undefined {
  const [, kind = '', id = ''] =
    /^\/(w\/p|w|videos\/watch\/playlist|videos\/watch|videos\/embed|video-playlists\/embed)\/([^/]+)\/?$/u.exec(
      url.pathname,
    ) ?? [];
  if (!peertubeId.test(id)) return undefined;
  const isList = /p\b|playlist/u.test(kind.replace('w/p', 'playlist')) && kind !== 'w';
  const seconds = startOf(url.searchParams.get('start'));
  const start = seconds && `${seconds}s`;
  return film('peertube', {
    page: addressOf(`${url.origin}/w/${isList ? 'p/' : ''}${id}`, { start }),
    // p2p: readers would tell each other their addresses.
    player: addressOf(`${url.origin}/${isList ? 'video-playlists' : 'videos'}/embed/${id}`, {
      start,
      p2p: '0',
      warningTitle: '0',
    }),
  });
}

const otherHosts =
  /^(?:v\.qq\.com|v\.youku\.com|dailymotion\.com|dai\.ly|iqiyi\.com|ixigua\.com|douyin\.com|tiktok\.com|twitch\.tv|rutube\.ru|loom\.com|facebook\.com|fb\.watch|ted\.com)$/u;

function foreign(url: URL, name: string): FilmReading | undefined {
  if (!otherHosts.test(name)) return undefined;
  return wrong(
    `Films of ${url.hostname} cannot be played in a story.`,
    `Link to the film: [Its title](${url.href})`,
  );
}

function film(host: FilmHost, { page, player }: Omit<HostedFilm, 'host'>): FilmReading {
  return { ok: true, film: { host, page, player } };
}

function wrong(message: string, hint: string): FilmReading {
  return { ok: false, message, hint };
}

function partsOf(url: URL): readonly string[] {
  return url.pathname.split('/').filter((part) => part !== '');
}

function addressOf(base: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const printed = new URLSearchParams(given).toString();
  return printed === '' ? base : `${base}?${printed}`;
}

function listId(list: string | null): string | undefined {
  return list !== null && /^[\w-]{10,64}$/u.test(list) ? list : undefined;
}

function hashTime(url: URL): string | null {
  return new URLSearchParams(url.hash.slice(1)).get('t');
}

/** `90`, `90s`, `1m30s`, `1h2m3s` and `1:30` as seconds; undefined for the beginning and for what is no time. */
function startOf(time: string | null | undefined): string | undefined {
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/u.exec(time ?? '') ??
    /^(?:(\d{1,3}):)?(\d{1,4}):(\d{1,2})$/u.exec(time ?? '') ??
    [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total === 0 ? undefined : String(total);
}

function wholeNumber(value: string | null): string | undefined {
  return value !== null && /^[1-9]\d{0,4}$/u.test(value) ? value : undefined;
}
