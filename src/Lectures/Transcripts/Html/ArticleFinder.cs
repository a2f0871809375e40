using AngleSharp.Dom;

namespace Lectures.Transcripts.Html;

/// <summary>Finds the element that holds the article: the transcript where the page names one, else what the page marks as its main text.</summary>
internal static class ArticleFinder
{
    /// <summary>A transcript is most of its page, or long in itself.</summary>
    private const double TranscriptShare = 0.3;

    private const int LongTranscript = 3_000;

    /// <summary>Teasers of other articles are marked as articles too; the one of the page is more than this share of the text.</summary>
    private const double ArticleShare = 0.2;

    public static IElement? Find(IDocument document, PageSize size)
    {
        var body = (IElement?)document.Body ?? document.DocumentElement;
        if (body is null || size.All(body) == 0)
        {
            return null;
        }

        var (transcript, article, main) = (Largest(body, size, ElementTraits.IsTranscript), Largest(body, size, IsArticle), Largest(body, size, IsMain));
        var container = article is not null && size.All(article) >= ArticleShare * size.All(body) ? article : main ?? body;
        return transcript is not null && (size.All(transcript) >= LongTranscript || size.All(transcript) >= TranscriptShare * size.All(container))
            ? transcript
            : container;
    }

    /// <summary>The first of the largest ones, so that the outer of two that hold the same is taken.</summary>
    private static IElement? Largest(IElement body, PageSize size, Func<IElement, bool> wanted)
    {
        IElement? largest = null;
        foreach (var node in PageTree.Under(body))
        {
            if (node is IElement element && wanted(element) && size.All(element) > (largest is null ? 0 : size.All(largest)))
            {
                largest = element;
            }
        }

        return largest;
    }

    private static bool IsArticle(IElement element) => ElementTraits.Tag(element) == "article" || element.GetAttribute("itemprop") == "articleBody";

    private static bool IsMain(IElement element) => ElementTraits.Tag(element) == "main" || element.GetAttribute("role") == "main";
}
