import { StringDecoder } from "node:string_decoder";

/**
 * Cuts a stream of bytes into lines and hands each on as the JSON value it holds. Lines may arrive in any pieces; one that
 * holds no JSON (its writer was stopped half way) is passed over.
 */
export function jsonLines<Message>(receive: (message: Message) => void): (bytes: Uint8Array) => void {
  const decoder = new StringDecoder("utf8");
  let rest: string[] = [];
  return (bytes) => {
    const pieces = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).split("\n");
    for (let index = 0; index < pieces.length - 1; index++) {
      const line = rest.join("") + pieces[index];
      rest = [];
      const message = parsed(line);
      if (message !== undefined) receive(message as Message);
    }
    rest.push(pieces[pieces.length - 1]);
  };
}

function parsed(line: string): unknown {
  if (line === "") return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
