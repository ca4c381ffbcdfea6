/** Exports as WordPress 6 writes them. */

interface Post {
  readonly id: number;
  readonly title: string;
  readonly content?: string;
  readonly type?: string;
  readonly status?: string;
  readonly name?: string;
  readonly date?: string;
  readonly more?: string;
}

export function post({
  id,
  title,
  content = '',
  type = 'post',
  status = 'publish',
  name = `post-${id}`,
  date = '2019-05-06 02:15:00',
  more = '',
}: Post): string {
  return `	<item>
		<title><![CDATA[${title}]]></title>
		<link>https://news.old.edu/2019/05/${name}/</link>
		<pubDate>Mon, 06 May 2019 02:15:00 +0000</pubDate>
		<dc:creator><![CDATA[lihua]]></dc:creator>
		<guid isPermaLink="false">https://news.old.edu/?p=${id}</guid>
		<description></description>
		<content:encoded><![CDATA[${content}]]></content:encoded>
		<excerpt:encoded><![CDATA[]]></excerpt:encoded>
		<wp:post_id>${id}</wp:post_id>
		<wp:post_date><![CDATA[2019-05-06 10:15:00]]></wp:post_date>
		<wp:post_date_gmt><![CDATA[${date}]]></wp:post_date_gmt>
		<wp:post_modified_gmt><![CDATA[2019-05-06 03:00:00]]></wp:post_modified_gmt>
		<wp:comment_status><![CDATA[closed]]></wp:comment_status>
		<wp:post_name><![CDATA[${name}]]></wp:post_name>
		<wp:status><![CDATA[${status}]]></wp:status>
		<wp:post_parent>0</wp:post_parent>
		<wp:menu_order>0</wp:menu_order>
		<wp:post_type><![CDATA[${type}]]></wp:post_type>
		<wp:post_password><![CDATA[]]></wp:post_password>
		<wp:is_sticky>0</wp:is_sticky>
		${more}
	</item>
`;
}

export function attachment(id: number, file: string, { alt = '', caption = '', parent = 0 } = {}): string {
  return `	<item>
		<title><![CDATA[${file}]]></title>
		<excerpt:encoded><![CDATA[${caption}]]></excerpt:encoded>
		<wp:post_id>${id}</wp:post_id>
		<wp:post_parent>${parent}</wp:post_parent>
		<wp:post_type><![CDATA[attachment]]></wp:post_type>
		<wp:attachment_url><![CDATA[https://news.old.edu/wp-content/uploads/2019/05/${file}]]></wp:attachment_url>
		<wp:postmeta><wp:meta_key><![CDATA[_wp_attached_file]]></wp:meta_key><wp:meta_value><![CDATA[2019/05/${file}]]></wp:meta_value></wp:postmeta>
		<wp:postmeta><wp:meta_key><![CDATA[_wp_attachment_image_alt]]></wp:meta_key><wp:meta_value><![CDATA[${alt}]]></wp:meta_value></wp:postmeta>
	</item>
`;
}

export function wxr(items: string): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.4" created="2024-01-02 03:04" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
	<title>Old News</title>
	<link>https://news.old.edu</link>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[lihua]]></wp:author_login><wp:author_display_name><![CDATA[LI Hua]]></wp:author_display_name></wp:author>
${items}</channel>
</rss>
`;
}
