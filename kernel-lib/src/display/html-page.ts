import { escapeMarkup } from "./scene-svg.js";

/** A page that opens without internet. */
export interface HtmlPage {
  readonly language: string;
  /** As text; the page marks it up. */
  readonly title: string;
  readonly style: string;
  /** Markup between `<body>` and `</body>`. */
  readonly body: string;
  /** What may be shown and run besides styles, as a content security policy says it; left out: pictures of the page's own. */
  readonly policy?: string;
}

/** The markup of a page. Its content security policy lets nothing be loaded from a network, and no script run unless told. */
export function htmlPage({ language, title, style, body, policy = "img-src data:" }: HtmlPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; ${policy}">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
