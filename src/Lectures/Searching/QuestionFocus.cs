namespace Lectures.Searching;

/// <summary>The term that names what is asked for: "which city".</summary>
internal static class QuestionFocus
{
    /// <summary>The first term after "what", "which" or "how many"; -1 for none.</summary>
    public static int Of(Question question)
    {
        var asks = false;
        foreach (var word in question.All)
        {
            asks |= word.Exact is "what" or "which" or "many" or "whose";
            if (asks)
            {
                for (var term = 0; term < question.Terms.Count; term++)
                {
                    if (question.Terms[term].Stem == word.Stem)
                    {
                        return term;
                    }
                }
            }
        }

        return -1;
    }
}
