using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Bench.Training;

/// <summary>What ranking sees of a topic: a row of features for every candidate sentence, and which rows hold the answer.</summary>
internal sealed record RankingExample(TrainingMaterial Material, TrainingSet Set, Topic Topic, int Fold, FeatureTable Table, bool[] Answers, IReadOnlyList<Candidate> Candidates)
{
    public bool IsUseful => Answers.Any(static answer => answer);

    public static RankingExample? Of(TrainingMaterial material, TrainingSet set, Topic topic, int fold, QuestionReader reader, PassageSearcher searcher)
    {
        if (reader.Read(topic.Question) is not QuestionReading.Clear clear)
        {
            return null;
        }

        var look = searcher.Look(set.Lease, clear.Question, Scope.Everything);
        var (table, candidates) = (look.Table, look.Candidates);
        var answers = new bool[table.Rows];
        var row = 0;
        foreach (var candidate in candidates)
        {
            var passage = set.Lease.Lecture(candidate.LectureDocument).Passages[candidate.Ordinal];
            for (var i = 0; i < candidate.Profile.Sentences.Length; i++, row++)
            {
                answers[row] = topic.Gold.Count > 0 && TrainingSet.Answers(topic, passage.Transcript, passage.Transcript.Sentences[passage.FirstSentence + i]);
            }
        }

        return new RankingExample(material, set, topic, fold, table, answers, candidates);
    }
}
