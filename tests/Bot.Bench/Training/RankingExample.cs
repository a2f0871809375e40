using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Bench.Training;

/// <summary>What ranking sees of a topic: a row of features for every candidate sentence, and which rows hold the answer.</summary>
internal sealed record RankingExample(TrainingMaterial Material, TrainingSet Set, Topic Topic, int Fold, FeatureTable Table, bool[] Answers, IReadOnlyList<Candidate> Candidates)
{
    public bool IsUseful => Answers.Any(static answer => answer);

    public bool IsUnanswerable => Topic.Gold.Count == 0;

    /// <summary>All rows as one.</summary>
    public IEnumerable<(int First, int Count)> Whole => [(0, Table.Rows)];

    /// <summary>The rows of each passage that has the answer in some of its sentences and not in others.</summary>
    public IEnumerable<(int First, int Count)> AnsweringPassages
    {
        get
        {
            var row = 0;
            foreach (var count in Candidates.Select(static candidate => candidate.Profile.Sentences.Length))
            {
                if (Answers.AsSpan(row, count) is var answers && answers.Contains(true) && answers.Contains(false))
                {
                    yield return (row, count);
                }

                row += count;
            }
        }
    }

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
