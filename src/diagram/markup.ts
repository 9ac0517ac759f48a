/** Text for markup, with these characters as references. Characters that no XML document may have become U+FFFD. */
export const escaped = (text: string, signs: RegExp = /[&<>"']/g): string =>
  text.replace(NO_XML, '\ufffd').replace(signs, (sign) => REFERENCES[sign] ?? sign);

const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const REFERENCES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
