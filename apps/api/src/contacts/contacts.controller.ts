import { Body, Controller, Param, Query } from '@nestjs/common';
import { addContact, changeContact, listContacts, removeContact } from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { ContactsService } from './contacts.service.ts';

@Controller()
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Handles(listContacts)
  list(
    @By() by: SignedIn,
    @Query(parse(listContacts.query)) query: QueryOf<typeof listContacts>,
  ): Promise<AnswerOf<typeof listContacts>> {
    return this.contacts.list(by, query.residentId);
  }

  @Handles(addContact)
  add(
    @By() by: SignedIn,
    @Body(parse(addContact.body)) body: BodyOf<typeof addContact>,
  ): Promise<AnswerOf<typeof addContact>> {
    return this.contacts.add(by, body);
  }

  @Handles(changeContact)
  change(
    @By() by: SignedIn,
    @Param('id', id) contactId: string,
    @Body(parse(changeContact.body)) body: BodyOf<typeof changeContact>,
  ): Promise<AnswerOf<typeof changeContact>> {
    return this.contacts.change(by, contactId, body);
  }

  @Handles(removeContact)
  remove(
    @By() by: SignedIn,
    @Param('id', id) contactId: string,
    @Body(parse(removeContact.body)) body: BodyOf<typeof removeContact>,
  ): Promise<AnswerOf<typeof removeContact>> {
    return this.contacts.remove(by, contactId, body);
  }
}
