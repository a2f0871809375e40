using System.Globalization;
using System.Text;
using Lectures.Transcripts.Subtitles;

namespace Lectures.Transcripts.Json;

/// <summary>
/// Takes words out of string literals, each with its place in the file. What stands there as it is read becomes one run; a word with
/// escapes, or in several pieces, is a run of its own whose source is longer than its text.
/// </summary>
internal sealed class JsonStrings(SourceText source, TranscriptBuilder builder)
{
    private readonly StringBuilder word = new();
    private TextSpan wordSource;
    private int wordLiteral;
    private bool wordIsPlain;
    private TextSpan run;
    private int runLiteral;
    private bool runGoesOn;

    /// <summary>Appends the text of one segment.</summary>
    /// <param name="strings">Insides of string literals that follow each other without a space between them.</param>
    public void Append(IReadOnlyList<TextSpan> strings)
    {
        foreach (var literal in strings)
        {
            for (var at = literal.Start; at < literal.End;)
            {
                var start = at;
                if (source.Text[at] == '&' && CharacterReferences.Read(source.Text.AsSpan(at, literal.End - at), out var shown) is var length and > 0)
                {
                    // Hosts that make their JSON of a web page leave its references in it.
                    at += length;
                    foreach (var character in shown)
                    {
                        Take(character, new TextSpan(start, at), literal.Start);
                    }

                    continue;
                }

                var c = Unescape(source.Text, ref at);
                Take(c, new TextSpan(start, at), literal.Start);
            }
        }

        EndWord();
        EndRun();
    }

    public static string Decode(string literal)
    {
        var text = new StringBuilder(literal.Length);
        for (var at = 0; at < literal.Length;)
        {
            text.Append(Unescape(literal, ref at));
        }

        return text.ToString();
    }

    private void Take(char c, TextSpan place, int literal)
    {
        var plain = place.Length == 1;
        if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF')
        {
            EndWord();
            runGoesOn &= plain && c != '\u200B' && c != '\uFEFF';
            return;
        }

        if (word.Length == 0)
        {
            (wordSource, wordLiteral, wordIsPlain) = (place, literal, plain);
        }
        else
        {
            wordIsPlain &= plain && place.Start == wordSource.End;
            wordSource = wordSource with { End = place.End };
        }

        word.Append(c);
    }

    private void EndWord()
    {
        if (word.Length == 0)
        {
            return;
        }

        if (!wordIsPlain)
        {
            EndRun();
            builder.Append(WellFormed(word.ToString()), wordSource, source.LineAt(wordSource.Start));
        }
        else if (runGoesOn && runLiteral == wordLiteral)
        {
            run = run with { End = wordSource.End };
        }
        else
        {
            EndRun();
            (run, runLiteral, runGoesOn) = (wordSource, wordLiteral, true);
        }

        word.Clear();
    }

    private void EndRun()
    {
        builder.Append(source.Slice(run), run.Start, run.IsEmpty ? 0 : source.LineAt(run.Start));
        run = default;
        runGoesOn = false;
    }

    /// <summary>The character at a place, which moves behind it. The literal has been read as JSON, so its escapes are whole.</summary>
    private static char Unescape(string text, ref int at)
    {
        var c = text[at++];
        if (c != '\\')
        {
            return c;
        }

        c = text[at++];
        if (c == 'u')
        {
            c = (char)ushort.Parse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            at += 4;
            return c;
        }

        return c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => c };
    }

    /// <summary>Escapes may write half of a surrogate pair, which is no character.</summary>
    private static string WellFormed(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return text;
        }

        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(characters[i]))
            {
                characters[i] = '\uFFFD';
            }
        }

        return new string(characters);
    }
}
