import type { HubParts } from '../hub.ts';
import { destroyCampaignKey } from '../privacy/keys.ts';
import { creditTable, peopleTable, type AttendanceChoice } from './attendance-tables.ts';
import { foldCounted } from './counted.ts';
import { erasePerson, type Erasure } from './erase-person.ts';
import { deleteMailFiles, forgetMails } from './forget-mails.ts';
import { forgetGuests } from './forget-guests.ts';
import { copyPerson, type PersonCopy } from './person-rows.ts';

/** What a hub keeps of people, beyond a single event. */
export interface PeopleService {
  /** Everything about the owner of a mailbox. */
  copy(email: string): Promise<PersonCopy>;
  /** Takes everything about the owner of a mailbox away. */
  erase(email: string): Promise<Erasure>;
  /** An ally's own numbers as CSV, without anybody in it. */
  credit(choice: AttendanceChoice): Promise<string>;
  /** People who signed up as CSV; audited. */
  table(
    choice: AttendanceChoice & { readonly organization?: string | undefined },
    actor: string,
  ): Promise<string>;
  /** Erases guests of what was over long enough ago, and traces of old mails. Answers how many attendances went. */
  forget(): Promise<number>;
  /**
   * Ends the count: guests of everything that is over are erased, those who are only hashes become one number, and
   * the key that made the hashes is gone. A running hub takes up the next key when it starts again.
   */
  closeCampaign(): Promise<void>;
}

export function createPeopleService(parts: HubParts): PeopleService {
  return {
    copy: (email) => copyPerson(parts, email),
    async erase(email) {
      const erasure = await erasePerson(parts, email);
      if (erasure.state !== 'done') return erasure;
      await deleteMailFiles(parts.settings.dataFolder, email);
      parts.storage.scrub();
      return erasure;
    },
    credit: (choice) => creditTable(parts, choice),
    table: (choice, actor) => peopleTable(parts, choice, actor),
    async forget() {
      const forgotten = await forgetGuests(parts);
      await forgetMails(parts);
      parts.storage.scrub();
      return forgotten;
    },
    async closeCampaign() {
      await forgetGuests(parts, 0);
      await parts.storage.write(foldCounted);
      destroyCampaignKey(parts.settings.dataFolder);
    },
  };
}
