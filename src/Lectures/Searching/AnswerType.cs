namespace Lectures.Searching;

/// <summary>What kind of thing a question asks for, as far as its words tell.</summary>
internal enum AnswerType
{
    Other,
    Person,
    Place,
    Time,
    Number,
    Reason,
}

internal static class AnswerTypes
{
    private static readonly HashSet<string> Degrees = Set("many much long old far large big tall high deep often wide heavy fast strong few thick broad expensive rich young");

    private static readonly HashSet<string> Times = Set("year date century decade day month years days months time");

    private static readonly HashSet<string> Places = Set("city country place town region state island river village province continent street mountain sea harbour harbor port location capital birthplace");

    private static readonly HashSet<string> Persons = Set(
        "person man woman people king queen emperor empress general admiral president minister leader commander explorer captain pope bishop sultan prince princess duke scientist inventor author writer architect philosopher founder successor");

    private static readonly HashSet<string> Numbers = Set(
        "number percentage percent amount size price cost rate toll population length height width distance sum share fraction proportion age salary wage weight depth area casualties losses strength speed fee fine ransom reward debt total");

    public static AnswerType Of(Question question)
    {
        for (var i = 0; i < question.All.Count; i++)
        {
            var next = i + 1 < question.All.Count ? question.All[i + 1].Exact : "";
            switch (question.All[i].Exact)
            {
                case "who" or "whom" or "whose" or "whos":
                    return AnswerType.Person;
                case "where" or "wheres":
                    return AnswerType.Place;
                case "when" or "whens":
                    return AnswerType.Time;
                case "why" or "whys":
                    return AnswerType.Reason;
                case "how":
                    return Degrees.Contains(next) ? AnswerType.Number : AnswerType.Other;
                case "what" or "which" or "whats" when OfThing(question, i + 1) is var type and not AnswerType.Other:
                    return type;
                case "what" or "which" or "whats":
                    return AnswerType.Other;
                default:
                    break;
            }
        }

        // A few words without a question word: "swiss guards death toll".
        return question.All.Select(static word => OfWord(word.Exact)).FirstOrDefault(static type => type != AnswerType.Other);
    }

    /// <summary>"Which city", "what was the price of", "what is the name of the general".</summary>
    private static AnswerType OfThing(Question question, int at)
    {
        if (at < question.All.Count && OfWord(question.All[at].Exact) is var type and not AnswerType.Other)
        {
            return type;
        }

        for (var asked = false; at < question.All.Count; at++)
        {
            var word = question.All[at].Exact;
            if (word is "was" or "is" or "were" or "are" or "the" or "total" or "exact" or "name" or "of")
            {
                asked = true;
            }
            else
            {
                return asked ? OfWord(word) : AnswerType.Other;
            }
        }

        return AnswerType.Other;
    }

    private static AnswerType OfWord(string word) =>
        Times.Contains(word) ? AnswerType.Time
        : Places.Contains(word) ? AnswerType.Place
        : Numbers.Contains(word) ? AnswerType.Number
        : Persons.Contains(word) ? AnswerType.Person
        : AnswerType.Other;

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
