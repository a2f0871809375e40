namespace Lectures.Searching;

/// <summary>Words that shape a question and say nothing of its subject, as <see cref="Indexing.Word.Exact"/> spells them.</summary>
internal static class QuestionWords
{
    private static readonly HashSet<string> Words = """
        a about above after again against all also am an and any are aren't as at be because been before being below between both but by can cannot could did didnt do does
        doesnt doing dont down during each few for from further get gets getting got had has have having he her here hers herself him himself his how i id if ill im in into is isnt
        it its itself ive just let lets me more most my myself no nor not of off on once only or other our ours ourselves out over own please same she should so some such than that thats
        the their theirs them themselves then there theres these they this those through to too under until up us very was wasnt we were werent what whats when whens where wheres
        which while who whom whos whose why whys will with without would you your yours yourself yourselves
        tell explain describe know wonder wondering curious hey hi hello ok okay thanks thank question answer anyone anybody somebody someone something lecture lectures podcast episode
        really actually exactly maybe like kind sort bit lot mean say says said talk talked talking mention mentioned happen happened happens
        """.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(static word => word.Replace("'", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

    public static bool Contains(string exact) => Words.Contains(exact);
}
