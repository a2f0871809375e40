namespace Lectures.Searching;

/// <summary>What ranking knows of a sentence. The names stand in the file of weights and in docs/quality.md.</summary>
internal enum Feature
{
    /// <summary>Share of the question's weight that the sentence holds.</summary>
    SentenceCoverage,
    SentenceCoverageExact,
    SentenceCoverageSquared,
    SentenceBefore,
    SentenceAfter,
    SentenceAround,
    SentenceProximity,
    SentencePairs,
    SentenceRarest,
    SentenceTermShare,
    SentenceDensity,
    SentenceLength,
    SentenceShort,
    SentenceAsks,
    SentenceOfPassage,
    SentenceBestOfPassage,
    SentenceFirst,
    TypeNumber,
    TypeTime,
    TypePerson,
    TypePlace,
    TypeReason,
    PassageScore,
    PassageScoreOfIdeal,
    PassageRank,
    PassageCoverage,
    PassageCoverageExact,
    PassageBm25,
    PassageProximity,
    Neighbours,
    Section,
    Title,
    LectureShare,
    LectureCoverage,
    LectureBest,
    CoverageInRankedPassage,
    ExactInRankedPassage,
    SentenceCoverageOfBest,
    PassageCoverageOfBest,
    SentenceDensityOfBest,
    QuestionLength,
    QuestionUnknown,
    QuestionBestCoverage,

    /// <summary>Related words count too.</summary>
    SentenceSoft,
    SentenceSoftOfBest,
    SentenceSoftOfPassage,
    SentenceSoftBeyond,
    SentenceRelated,
    SentenceSimilar,
    SentenceAlike,
    PassageSoft,
    PassageSoftOfBest,
    PassageBm25Soft,
    PassageBm25SoftOfBest,
    SectionSoft,
    NeighboursSoft,
    LectureSoft,

    /// <summary>The sentence with those one and two before and after it.</summary>
    Window,
    WideWindow,
    WindowSoft,
    WideWindowSoft,

    /// <summary>The sentence with what those before it named, the less the farther off.</summary>
    Carried,
    CarriedSoft,

    /// <summary>All words that stand for a term count together.</summary>
    SentenceGathered,
    SentenceGatheredOfPassage,
    WindowGathered,
    WideWindowGathered,
    CarriedGathered,

    /// <summary>Of the term that names what is asked for.</summary>
    Focus,
    FocusSoft,
    HasNumber,
    HasDate,
    HasName,

    /// <summary>By sounds, across the borders of words (<see cref="Hearing"/>).</summary>
    Heard,
    HeardOfPassage,
    HeardOfBest,
    HeardPart,
    HeardPartOfPassage,
    HeardAsBest,
    PassageHeard,
    PassageHeardOfBest,
    PassageHeardPart,
    PassageHeardAsBest,

    /// <summary>How much of the question the whole lecture is about, and what is held together with that.</summary>
    LectureAbout,
    LectureAboutOfBest,
    PassageInLecture,
    PassageSoftInLecture,
    SentenceInLecture,
    SentenceSoftInLecture,
    AsksWho,
    AsksWhere,
    AsksWhen,
    AsksHowMany,
    AsksWhy,

    /// <summary>What the sentence before adds, where this one has what is asked for (a number, a name), or takes up what was named ("It was …").</summary>
    TypedBefore,
    PronounBefore,
}
