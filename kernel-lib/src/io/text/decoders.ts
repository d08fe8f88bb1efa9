/** What turns bytes into text, piece by piece. */
export interface Decoder {
  /** The text of these bytes; with `stream`, more is to come. */
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** Characters of the bytes from 128 on in encodings of DOS, which `TextDecoder` does not know. */
const DOS: Readonly<Record<string, string>> = {
  ibm850:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
  ibm437:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
  ibm852:
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0",
};

const DOS_NAME = /^(?:cp|ibm|dos|oem|pc)?[-_ ]?(437|850|852)$/i;

/**
 * The usual name of an encoding.
 * @throws RangeError for a label that is none
 */
export function usualEncoding(label: string): string {
  const page = DOS_NAME.exec(label.trim())?.[1];
  return page === undefined ? new TextDecoder(label).encoding : `ibm${page}`;
}

/** A decoder for an encoding by its usual name. */
export function decoderOf(encoding: string): Decoder {
  const page = Object.hasOwn(DOS, encoding) ? DOS[encoding] : null;
  return page === null ? new TextDecoder(encoding) : { decode: (bytes = NOTHING) => ofPage(page, bytes) };
}

const NOTHING = new Uint8Array(0);
/** Units that `fromCharCode` takes at once. */
const AT_ONCE = 4096;

function ofPage(page: string, bytes: Uint8Array): string {
  const units = new Uint16Array(AT_ONCE);
  let text = "";
  for (let start = 0; start < bytes.length; start += AT_ONCE) {
    const length = Math.min(AT_ONCE, bytes.length - start);
    for (let i = 0; i < length; i++) {
      const byte = bytes[start + i];
      units[i] = byte < 128 ? byte : page.charCodeAt(byte - 128);
    }
    text += String.fromCharCode(...units.subarray(0, length));
  }
  return text;
}
