import { svg, type SVGTemplateResult } from 'lit';
import { encode } from 'uqr';

/** Light modules around the code, so that a camera finds it (ISO/IEC 18004). */
const quietZone = 4;

/** A QR code of a text, drawn here: nobody else learns the link. Dark on light in every theme, as cameras want it. */
export function qrCode(text: string, label: string): SVGTemplateResult {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])))
    .join('');
  return svg`<svg class="qr" part="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label}
    shape-rendering="crispEdges"><rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path></svg>`;
}
