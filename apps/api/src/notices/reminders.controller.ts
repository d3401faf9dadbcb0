import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  acknowledgeReminder,
  answerReminder,
  bounceReminder,
  changeNoticeSettings,
  changeNoticeWords,
  findReminder,
  listReminders,
  previewNoticeWords,
  readNoticeSettings,
  readNoticeWords,
  readTest,
  resumeReminders,
  settleAnswer,
  testReminders,
  withholdReminder,
} from '@azukari/contract';
import type { AnswerOf, BodyOf, QueryOf } from '@azukari/contract';
import { Handles } from '../http/handles.ts';
import { id } from '../http/id.ts';
import { parse } from '../http/parse.ts';
import { By } from '../session/session.guard.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Engine } from './engine.ts';
import { NoticeSettingsService } from './notice-settings.service.ts';
import { NoticeWordsService } from './notice-words.service.ts';
import { RemindersService } from './reminders.service.ts';

/** RemindersController is the page お知らせ. */
@Controller()
export class RemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly settings: NoticeSettingsService,
    private readonly words: NoticeWordsService,
    private readonly engine: Engine,
  ) {}

  @Handles(listReminders)
  list(
    @By() by: SignedIn,
    @Query(parse(listReminders.query)) query: QueryOf<typeof listReminders>,
  ): Promise<AnswerOf<typeof listReminders>> {
    return this.reminders.list(by, query);
  }

  @Handles(findReminder)
  find(
    @By() by: SignedIn,
    @Query(parse(findReminder.query)) { code }: QueryOf<typeof findReminder>,
  ): Promise<AnswerOf<typeof findReminder>> {
    return this.reminders.find(by, code);
  }

  @Handles(acknowledgeReminder)
  acknowledge(
    @By() by: SignedIn,
    @Param('id', id) noticeId: string,
    @Body(parse(acknowledgeReminder.body)) body: BodyOf<typeof acknowledgeReminder>,
  ): Promise<AnswerOf<typeof acknowledgeReminder>> {
    return this.reminders.acknowledge(by, noticeId, body);
  }

  @Handles(withholdReminder)
  withhold(
    @By() by: SignedIn,
    @Param('id', id) noticeId: string,
    @Body(parse(withholdReminder.body)) body: BodyOf<typeof withholdReminder>,
  ): Promise<AnswerOf<typeof withholdReminder>> {
    return this.reminders.withhold(by, noticeId, body);
  }

  @Handles(bounceReminder)
  bounce(
    @By() by: SignedIn,
    @Param('id', id) noticeId: string,
    @Body(parse(bounceReminder.body)) body: BodyOf<typeof bounceReminder>,
  ): Promise<AnswerOf<typeof bounceReminder>> {
    return this.reminders.bounce(by, noticeId, body);
  }

  @Handles(answerReminder)
  answer(
    @By() by: SignedIn,
    @Param('id', id) noticeId: string,
    @Body(parse(answerReminder.body)) body: BodyOf<typeof answerReminder>,
  ): Promise<AnswerOf<typeof answerReminder>> {
    return this.reminders.answer(by, noticeId, body);
  }

  @Handles(settleAnswer)
  settle(
    @By() by: SignedIn,
    @Param('id', id) answerId: string,
    @Body(parse(settleAnswer.body)) body: BodyOf<typeof settleAnswer>,
  ): Promise<AnswerOf<typeof settleAnswer>> {
    return this.reminders.settle(by, answerId, body);
  }

  @Handles(resumeReminders)
  async resume(
    @By() by: SignedIn,
    @Body(parse(resumeReminders.body)) body: BodyOf<typeof resumeReminders>,
  ): Promise<AnswerOf<typeof resumeReminders>> {
    const answer = await this.reminders.resume(by, body);
    this.engine.nudge();
    return answer;
  }

  @Handles(testReminders)
  async test(
    @By() by: SignedIn,
    @Body(parse(testReminders.body)) body: BodyOf<typeof testReminders>,
  ): Promise<AnswerOf<typeof testReminders>> {
    const answer = await this.settings.test(by, body);
    this.engine.nudge();
    return answer;
  }

  @Handles(readTest)
  readTest(@By() by: SignedIn, @Param('id', id) noticeId: string): Promise<AnswerOf<typeof readTest>> {
    return this.settings.readTest(by, noticeId);
  }

  @Handles(readNoticeSettings)
  settingsNow(@By() by: SignedIn): Promise<AnswerOf<typeof readNoticeSettings>> {
    return this.settings.read(by);
  }

  @Handles(changeNoticeSettings)
  async changeSettings(
    @By() by: SignedIn,
    @Body(parse(changeNoticeSettings.body)) body: BodyOf<typeof changeNoticeSettings>,
  ): Promise<AnswerOf<typeof changeNoticeSettings>> {
    const answer = await this.settings.change(by, body);
    this.engine.nudge();
    return answer;
  }

  @Handles(readNoticeWords)
  wordsNow(@By() by: SignedIn): Promise<AnswerOf<typeof readNoticeWords>> {
    return this.words.read(by);
  }

  @Handles(changeNoticeWords)
  changeWords(
    @By() by: SignedIn,
    @Body(parse(changeNoticeWords.body)) body: BodyOf<typeof changeNoticeWords>,
  ): Promise<AnswerOf<typeof changeNoticeWords>> {
    return this.words.change(by, body);
  }

  @Handles(previewNoticeWords)
  previewWords(
    @By() by: SignedIn,
    @Body(parse(previewNoticeWords.body)) body: BodyOf<typeof previewNoticeWords>,
  ): Promise<AnswerOf<typeof previewNoticeWords>> {
    return this.words.preview(by, body);
  }
}
