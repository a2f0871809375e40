using System.Buffers;

namespace Lectures.Transcripts.Spoken;

/// <summary>How sponsor reads begin and go on.</summary>
internal static class SponsorPhrases
{
    /// <summary>What a sentence may say before it comes to the sponsor ("Before we go on, …"); what stands further in front is not of the read.</summary>
    private const int LongestLead = 40;

    /// <summary>What a sponsor supports and history seldom does.</summary>
    private static readonly string[] Shows = ["episode", "podcast", "show", "video", "channel"];

    /// <summary>What is "brought to you" besides; "support for this program" may have been the peasants'.</summary>
    private static readonly string[] Programmes = ["program", "programme", "series", "lecture", "broadcast", "season"];

    private static readonly SearchValues<string> Hints = SearchValues.Create(["brought to you", "sponsor", "support for ", "funding for ", "supported by", "made possible by"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Links = [" is brought to you by ", " is being brought to you by ", " is sponsored by ", " is supported by ", " is made possible by "];

    private static readonly string[] Supports = ["support for ", "funding for ", "additional support for "];

    private static readonly string[] Thanks =
    [
        "a word from our sponsor", "a message from our sponsor", "a quick word from our sponsor", "word from today's sponsor", "word from this week's sponsor", "thanks to our sponsor",
        "thank our sponsor", "thank today's sponsor", "thank this week's sponsor", "thanks to today's sponsor", "today's sponsor is", "our sponsor today is", "our sponsor for today",
        "this episode's sponsor", "sponsor of today's episode", "sponsor of this episode", "sponsoring this episode", "sponsoring today's episode", "sponsoring this video",
        "sponsor of this podcast", "sponsor of today's show", "sponsoring this podcast", "our sponsor this week is",
    ];

    private static readonly SearchValues<string> Signals = SearchValues.Create(
    [
        "promo code", "offer code", "coupon", "discount code", "use code", "use the code", "using code", "code at checkout", "at checkout", "free trial", "percent off", "% off",
        "your first month", "your first order", "your first purchase", "terms apply", "money-back", "money back guarantee", "free shipping", "free account", "sign up at", "sign up today",
        "go to www", ".com", ".co/", ".org/", "dot com", "our listeners", "listeners of", "listeners get", "link in the description", "link in the show notes", "our sponsor",
        "back to the show", "back to our show", "back to the episode", "back to our story",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>What is said of a sponsor and not of a namesake in history.</summary>
    private static readonly SearchValues<string> Trade = SearchValues.Create(
    [
        " app ", " app.", " app,", "platform", "website", "subscription", "audiobook", "online", "customer", "product", "for free", "delivered to", "leading provider", "all-in-one", "sponsor",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Addresses = SearchValues.Create([" you ", " your ", " you'", " you’", "you ", "your ", "you'", "you’"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a sponsor read begins in a sentence and whom it names; null where the sentence begins none.</summary>
    public static (int Start, string? Sponsor)? Opening(ReadOnlySpan<char> sentence)
    {
        if (!sentence.ContainsAny(Hints))
        {
            return null;
        }

        // Typographic apostrophes are of the same length, so places stay.
        var plain = sentence.ToString().Replace('’', '\'');
        return Support(plain) ?? Link(plain) ?? (Thanks.Any(phrase => plain.Contains(phrase, StringComparison.OrdinalIgnoreCase)) ? (0, null) : null);
    }

    /// <summary>Only asked about sentences that follow an opening.</summary>
    public static bool Advertises(ReadOnlySpan<char> sentence, string? sponsor) =>
        sentence.ContainsAny(Signals)
        || (sponsor is not null && sentence.Contains(sponsor, StringComparison.Ordinal) && (AddressesListener(sentence) || sentence.ContainsAny(Trade)))
        || Opening(sentence) is not null;

    public static bool AddressesListener(ReadOnlySpan<char> sentence) => sentence.ContainsAny(Addresses);

    /// <summary>"Support for this podcast comes from …".</summary>
    private static (int, string?)? Support(string sentence)
    {
        foreach (var support in Supports)
        {
            var at = sentence.IndexOf(support, StringComparison.OrdinalIgnoreCase);
            if (at is >= 0 and <= LongestLead && IsUnquoted(sentence, at))
            {
                var rest = sentence.AsSpan(at + support.Length);
                foreach (var which in (ReadOnlySpan<string>)["this ", "the ", "today's ", "our "])
                {
                    if (rest.StartsWith(which, StringComparison.OrdinalIgnoreCase) && Show(rest[which.Length..]) is > 0 and var length && (which != "the " || IsComesFrom(rest[(which.Length + length)..])))
                    {
                        return (at, NameBehind(sentence, " from "));
                    }
                }

                if (rest.StartsWith("NPR", StringComparison.Ordinal))
                {
                    return (at, null);
                }
            }
        }

        return null;
    }

    /// <summary>"This episode is brought to you by …", which names the programme just before.</summary>
    private static (int, string?)? Link(string sentence)
    {
        foreach (var link in Links)
        {
            var at = sentence.IndexOf(link, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                continue;
            }

            var start = SubjectStart(sentence, at, link.Contains("brought", StringComparison.Ordinal));
            if (start >= 0 && IsUnquoted(sentence, start))
            {
                return (start <= LongestLead ? 0 : start, NameBehind(sentence, link));
            }
        }

        return null;
    }

    /// <summary>Where "this episode", "today's show", "the Hannibal podcast" begins that ends before a place; -1 where none does.</summary>
    private static int SubjectStart(string sentence, int end, bool anyProgramme)
    {
        var word = sentence.LastIndexOf(' ', Math.Max(0, end - 1)) + 1;
        var subject = sentence.AsSpan(word, end - word);
        if (end == word || (Show(subject) != subject.Length && !(anyProgramme && Length(subject, Programmes) == subject.Length)))
        {
            return -1;
        }

        foreach (var which in (ReadOnlySpan<string>)["this ", "today's ", "this week's ", "our ", "the "])
        {
            var at = sentence.LastIndexOf(which, word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && word - at <= 40 && (at == 0 || !char.IsLetter(sentence[at - 1])))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsComesFrom(ReadOnlySpan<char> rest) =>
        rest.StartsWith(" comes from", StringComparison.OrdinalIgnoreCase) || rest.StartsWith(" is provided", StringComparison.OrdinalIgnoreCase);

    private static int Show(ReadOnlySpan<char> text) => Length(text, Shows);

    /// <summary>The length of the word at the front that is one of these; 0 where there is none.</summary>
    private static int Length(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length])))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>A lecture on radio may quote an old announcement; then it is history.</summary>
    private static bool IsUnquoted(string sentence, int at) => sentence.AsSpan(0, at).IndexOfAny("\"“«") < 0;

    /// <summary>The first word of the sponsor's name, where it is capitalised and of some length.</summary>
    private static string? NameBehind(string sentence, string link)
    {
        var at = sentence.IndexOf(link, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var start = at + link.Length;
        var end = start;
        while (end < sentence.Length && char.IsLetterOrDigit(sentence[end]))
        {
            end++;
        }

        return end - start > 3 && char.IsUpper(sentence[start]) && sentence[start..end] is not ("Listeners" or "Patreon") ? sentence[start..end] : null;
    }
}
