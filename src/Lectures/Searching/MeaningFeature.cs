namespace Lectures.Searching;

/// <summary>
/// What ranking knows of a sentence beside <see cref="Feature"/> where a model is set. Models differ in how far apart they put things, so
/// a cosine counts by its place among those of the question's candidates: off their mean, or off their best, in deviations.
/// </summary>
internal enum MeaningFeature
{
    MeaningSentence,
    MeaningSentenceOfBest,

    /// <summary>The mean over the sentence and those beside it in its passage.</summary>
    MeaningAround,
    MeaningAroundOfBest,

    /// <summary>The best sentence of the passage, and how near this one comes to it.</summary>
    MeaningBestOfPassage,
    MeaningOfPassage,
    MeaningPassage,
    MeaningPassageOfBest,
    MeaningPassageRank,

    /// <summary>The nearest passage off the mean of all, by what would be usual in a library of this size.</summary>
    MeaningNearest,
}
