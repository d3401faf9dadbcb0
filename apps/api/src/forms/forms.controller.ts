import { Body, Controller, Param, Res, StreamableFile } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FORMS, issueForm } from '@azukari/contract';
import type { BodyOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';
import { Refused } from '../http/refused.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { FormsService } from './forms.service.ts';
import type { FormCode } from './paper/sheet.ts';
import { TITLE_OF } from './paper/words.ts';

/** formCode reads the form in a path; one that does not exist is not found. */
const formCode: PipeTransform<string, FormCode> = {
  transform: (value) => {
    const form = FORMS.find((known) => known === value);
    if (!form) throw new Refused({ kind: 'not-found' });
    return form;
  },
};

@Controller()
export class FormsController {
  constructor(private readonly forms: FormsService) {}

  @Handles(issueForm)
  async issue(
    @By() by: SignedIn,
    @Param('form', formCode) form: FormCode,
    @Body(parse(issueForm.body)) body: BodyOf<typeof issueForm>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const pdf = await this.forms.issue(by, form, body);
    void reply
      .header('content-type', 'application/pdf')
      .header(
        'content-disposition',
        `inline; filename="${form}.pdf"; filename*=UTF-8''${encodeURIComponent(`${TITLE_OF[form]}.pdf`)}`,
      )
      .header('cache-control', 'no-store');
    return new StreamableFile(pdf);
  }
}
