using Lectures.Passages;
using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>A transcript and the passages it was cut into.</summary>
internal sealed record IndexedLecture(Transcript Transcript, IReadOnlyList<Passage> Passages);
