namespace Lectures.Transcripts;

/// <summary>Reads one format of transcript. Pure: text in, value out.</summary>
internal interface ITranscriptParser
{
    /// <summary>Whether the content is of this format. Parsers are asked in turn; plain text comes last and takes what is left.</summary>
    bool Recognises(SourceText source);

    ParseResult Parse(SourceText source);
}
