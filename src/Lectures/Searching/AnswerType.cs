namespace Lectures.Searching;

/// <summary>What kind of thing a question asks for, as far as its question words tell.</summary>
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
                case "how" when next is "many" or "much" or "long" or "old" or "far" or "large" or "big" or "tall" or "high" or "deep" or "often":
                    return AnswerType.Number;
                case "what" or "which" when next is "year" or "date" or "century" or "decade" or "day" or "month" or "years":
                    return AnswerType.Time;
                case "what" or "which" when next is "city" or "country" or "place" or "town" or "region" or "state" or "island" or "river":
                    return AnswerType.Place;
                case "what" or "which" when next is "number" or "percentage" or "percent" or "amount":
                    return AnswerType.Number;
                default:
                    break;
            }
        }

        return AnswerType.Other;
    }
}
