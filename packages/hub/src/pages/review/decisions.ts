import type { ReviewItem } from '@huddlekit/contract';
import { html, type Html } from '../../text/html.ts';
import type { Visit, Words } from '../page.ts';

/** What a moderator may do about an event, the likeliest first; what can't be taken back asks once more. */
export function decisions({ status, version, changes }: ReviewItem, { words }: Visit): Html {
  const isWaiting = status === 'pending' || changes.length > 0;
  return html`${isWaiting && waiting(version, words)}
    ${
      status !== 'pending' &&
      html`<details class="cancel">
        <summary>${words('reviewTakeDown')}</summary>
        <form class="form" method="post">
          <p>${words('reviewTakeDownText')}</p>
          ${message(words)}
          <button class="button danger" name="act" value="takedown">${words('reviewTakeDown')}</button>
        </form>
      </details>`
    }
    <details class="cancel">
      <summary>${words('reviewBlock')}</summary>
      <form class="form" method="post">
        <p>${words('reviewBlockText')}</p>
        <label class="choice"
          ><input type="checkbox" name="takedown" value="yes" /> ${words('reviewBlockTakeDown')}</label
        >
        ${message(words)}
        <button class="button danger" name="act" value="block">${words('reviewBlock')}</button>
      </form>
    </details>`;
}

/** The version goes along, so that nothing is decided that was changed after it was read. */
function waiting(version: number, words: Words): Html {
  return html`<h2>${words('reviewDecide')}</h2>
    <form class="form" method="post">
      <input type="hidden" name="version" value="${version}" />
      <div class="actions">
        <button class="button primary" name="act" value="approve">${words('reviewApprove')}</button>
        <button class="button" name="act" value="trust">${words('reviewApproveTrust')}</button>
      </div>
    </form>
    <form class="form" method="post">
      <input type="hidden" name="version" value="${version}" />
      ${message(words)}
      <button class="button danger" name="act" value="reject">${words('reviewReject')}</button>
    </form>`;
}

function message(words: Words): Html {
  return html`<label
    ><span class="label">${words('reviewMessage')}</span
    ><textarea name="message" rows="3" maxlength="2000"></textarea>
  </label>`;
}
