namespace Bot.Chat.Moderation;

/// <summary>A page of a list, and the steps to the next and the one before.</summary>
internal static class ListPage
{
    /// <summary>What stands on the page, or on the last one there is.</summary>
    public static (IReadOnlyList<T> Shown, int Page, int Pages) Of<T>(IReadOnlyList<T> all, int page, int perPage)
    {
        var pages = Math.Max(1, (all.Count + perPage - 1) / perPage);
        var shown = Math.Clamp(page, 0, pages - 1);
        return ([.. all.Skip(shown * perPage).Take(perPage)], shown, pages);
    }

    public static IEnumerable<Offer> Steps(int page, bool hasMore, Func<int, ModeratorRequest> to)
    {
        if (page > 0)
        {
            yield return new Offer.Step("◀", to(page - 1));
        }

        if (hasMore)
        {
            yield return new Offer.Step("▶", to(page + 1));
        }
    }
}
