import { Body, Controller } from '@nestjs/common';
import { previewRules as reckon, RULES } from '@azukari/domain';
import { listRules, previewRules } from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Handles } from '../http/handles.ts';
import { parse } from '../http/parse.ts';

@Controller()
export class RulesController {
  constructor(private readonly clock: Clock) {}

  @Handles(listRules)
  list(): AnswerOf<typeof listRules> {
    return {
      asOf: this.clock.today(),
      rules: RULES.map(({ id, title, validFrom, validTo, source, overrides = null, setting = null }) => ({
        id,
        title,
        validFrom,
        validTo,
        source,
        overrides,
        setting,
      })),
    };
  }

  @Handles(previewRules)
  preview(@Body(parse(previewRules.body)) body: BodyOf<typeof previewRules>): AnswerOf<typeof previewRules> {
    return { results: [...reckon({ ...body, birthDate: body.birthDate ?? null }).results] };
  }
}
