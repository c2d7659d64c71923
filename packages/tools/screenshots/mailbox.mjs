import { startMailServer } from '../lib/mail-server.mjs';

/** A mail server that keeps what it receives, for the hub to send to. */
export async function startMailbox() {
  const { url, mails, mailTo: find, close } = await startMailServer();
  const to = (address) => mails.filter(({ recipients }) => recipients.includes(address));
  /** The mail of a number to an address, counted from one, once it is there. */
  const mailTo = (address, number = 1) => find(address, (mail) => to(address)[number - 1] === mail);
  return {
    url,
    mailTo,
    /** The link of a mail that leads to a page of the hub. */
    async linkTo(address, page, number) {
      const { text = '' } = await mailTo(address, number);
      const link = new RegExp(`https?://\\S+/${page}/\\S+`).exec(text)?.[0];
      if (!link) throw new Error(`The mail to ${address} has no ${page} link.`);
      return link;
    },
    close,
  };
}
