/** From the marker's middle to the popup's edge: its ring and the tip. */
const gap = 44;
const edge = 8;
/** The attribution below must stay free. */
const foot = 30;

/** Puts the popup beside its marker, on the side with more room, and its tip at the marker's height. */
export function placePopup(
  popup: HTMLElement,
  frame: HTMLElement,
  anchor: { readonly left: number; readonly top: number },
): void {
  const { offsetWidth: width, offsetHeight: height } = popup;
  const { clientWidth, clientHeight } = frame;
  const isRight = anchor.left < clientWidth / 2;
  const wanted = isRight ? anchor.left + gap : anchor.left - gap - width;
  const left = clamp(wanted, edge, clientWidth - width - edge);
  const top = clamp(anchor.top - height / 2, edge, clientHeight - height - foot);
  const isBeside = left === wanted && anchor.top > 0 && anchor.top < clientHeight;
  popup.dataset['side'] = isBeside ? (isRight ? 'right' : 'left') : 'none';
  popup.style.setProperty('--popup-left', `${String(left)}px`);
  popup.style.setProperty('--popup-top', `${String(top)}px`);
  popup.style.setProperty('--tip-top', `${String(clamp(anchor.top - top - 7, 12, height - 26))}px`);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
