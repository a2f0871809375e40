namespace Bot.Chat.Moderation;

/// <summary>Answers what moderators want. None but a <see cref="Moderator"/> gets here.</summary>
internal sealed class ModeratorHandler(
    UploadHandler uploads,
    LectureHandler lectures,
    ExportHandler export,
    ReindexHandler reindex,
    QuestionHandler questions,
    NamesHandler names,
    AnswersHandler answers,
    SettingsHandler settings,
    ErasureHandler erasure)
{
    public async Task<Reply> HandleAsync(Moderator who, ModeratorRequest request, CancellationToken cancellation) => request switch
    {
        ModeratorRequest.Add add => await uploads.AddAsync(who, add, cancellation),
        ModeratorRequest.AskDetails ask => uploads.AskDetails(who, ask.Draft),
        ModeratorRequest.Edit edit => await uploads.EditAsync(who, edit, cancellation),
        ModeratorRequest.Publish publish => await uploads.PublishAsync(who, publish.Batch, cancellation),
        ModeratorRequest.Discard discard => uploads.Discard(who, discard.Batch),
        ModeratorRequest.Show show => lectures.Show(who, show.Lecture),
        ModeratorRequest.List list => lectures.List(who, list),
        ModeratorRequest.Remove remove => await lectures.RemoveAsync(who, remove, cancellation),
        ModeratorRequest.Restore restore => await lectures.RestoreAsync(who, restore, cancellation),
        ModeratorRequest.Export wanted => await export.HandleAsync(who, wanted, cancellation),
        ModeratorRequest.History history => lectures.History(who, history.Page),
        ModeratorRequest.Reindex run => await reindex.StartAsync(who, run, cancellation),
        ModeratorRequest.ReindexStatus => reindex.Status(who),
        ModeratorRequest.ReindexCancel => reindex.Cancel(who),
        ModeratorRequest.AddQuestion add => questions.Add(who, add),
        ModeratorRequest.Questions list => questions.List(who, list.Page),
        ModeratorRequest.RemoveQuestion remove => questions.Remove(who, remove.Question),
        ModeratorRequest.CheckQuestions => questions.Check(who),
        ModeratorRequest.AddNames add => names.Add(who, add.Line),
        ModeratorRequest.Names list => names.List(who, list.Page),
        ModeratorRequest.RemoveNames remove => names.Remove(who, remove.Line),
        ModeratorRequest.Unanswered list => answers.Unanswered(who, list.Page),
        ModeratorRequest.Handled handled => answers.Handled(who, handled),
        ModeratorRequest.UnansweredFile => answers.UnansweredFile(who),
        ModeratorRequest.NotHelpful list => answers.NotHelpful(who, list.Page),
        ModeratorRequest.Statistics => answers.Statistics(who),
        ModeratorRequest.Settings => settings.Show(who),
        ModeratorRequest.Explain explain => settings.Explain(who, explain.Setting),
        ModeratorRequest.Change change => await settings.ChangeAsync(who, change.Changes, cancellation),
        ModeratorRequest.AskErase => ErasureHandler.Ask(),
        ModeratorRequest.Erase erase => await erasure.HandleAsync(who, erase.Typed, cancellation),
        ModeratorRequest.LeaveIt => new Reply(ReplyKind.Answered, [new Block.Text("Nothing was changed.")]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
