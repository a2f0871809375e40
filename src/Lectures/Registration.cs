using Lectures.Answers;
using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Searching;
using Lectures.Semantics;
using Lectures.Transcripts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lectures;

/// <summary>Everything from a file to an answer. The host binds the options and opens the index.</summary>
public static class Registration
{
    public static IServiceCollection AddLectures(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<TranscriptOptions, TranscriptOptionsValidator>();
        services.AddOptionsWithValidateOnStart<PassageOptions, PassageOptionsValidator>();
        services.AddOptionsWithValidateOnStart<LibraryOptions, LibraryOptionsValidator>();
        services.AddOptionsWithValidateOnStart<AnswerOptions, AnswerOptionsValidator>();
        services.AddOptionsWithValidateOnStart<SemanticOptions, SemanticOptionsValidator>();
        return services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<TranscriptReader>()
            .AddSingleton<TextAnalysis>()
            .AddSingleton<QuestionReader>()
            .AddSingleton(static _ => RankingModels.Shipped())
            .AddSingleton(static provider => ReadNames(provider.GetRequiredService<IOptions<LibraryOptions>>().Value.Names, provider.GetRequiredService<TextAnalysis>()))
            .AddSingleton(static provider => new NamesReader(provider.GetRequiredService<TextAnalysis>()))
            .AddSingleton(static _ => RelatedWords.Shipped())
            .AddSingleton<OpenedModels>()
            .AddSingleton(static provider => SemanticStage.Of(
                provider.GetRequiredService<IOptions<SemanticOptions>>(), provider.GetRequiredService<OpenedModels>(), provider.GetRequiredService<ILogger<SemanticStage>>()))
            .AddSingleton(static provider => new SemanticRanking(provider.GetRequiredService<SemanticStage>(), new Lazy<RankingModels>(RankingModels.ShippedWithMeaning)))
            .AddSingleton<PassageSearcher>()
            .AddSingleton(static _ => ConfidenceModel.Shipped())
            .AddSingleton(static provider => new PassageIndexer(
                provider.GetRequiredService<TranscriptReader>(),
                provider.GetRequiredService<TextAnalysis>(),
                provider.GetRequiredService<IOptions<PassageOptions>>(),
                provider.GetRequiredService<SemanticStage>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<PassageIndexer>>()))
            .AddSingleton(static provider => new Answerer(
                provider.GetRequiredService<QuestionReader>(),
                provider.GetRequiredService<PassageSearcher>(),
                provider.GetRequiredService<ConfidenceModel>(),
                provider.GetRequiredService<IOptions<AnswerOptions>>(),
                new Lazy<ConfidenceModel>(ConfidenceModel.ShippedWithMeaning)));
    }

    private static NamesTable ReadNames(string file, TextAnalysis analysis) =>
        File.Exists(file) ? NamesTable.Read(File.ReadLines(file), analysis) : NamesTable.Empty;
}
