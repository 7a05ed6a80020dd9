// One writer for sitemaps and feeds, for the escaping: modules for sitemaps make alternates of their own, libraries for feeds name no language.
import XMLBuilder from 'fast-xml-builder';

/** An element: its attributes as `@name`, its text as `#text`, its children by name; what is undefined is left out. */
export interface Element { [name: string]: Content | Content[] | undefined }

type Content = string | Element;

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true });

/** What XML 1.0 cannot hold even escaped. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Writes a document of one root element. */
export function writeXml(name: string, root: Element): string {
  const xml: string = builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, [name]: root });
  return xml.replace(unwritable, '');
}
