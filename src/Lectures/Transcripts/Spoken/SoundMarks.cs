namespace Lectures.Transcripts.Spoken;

/// <summary>Recognises what transcribers write for sounds: "[Music]", "(applause)", "[crowd cheering]". They are shown but are not words of the lecture.</summary>
internal static class SoundMarks
{
    private const int Longest = 60;

    private static readonly Dictionary<string, Kind> Words = Vocabulary();

    /// <summary>The mark that begins at a bracket, brackets included; empty where something else stands between them.</summary>
    public static TextSpan At(ReadOnlySpan<char> text, int bracket)
    {
        if (text[bracket] is not ('[' or '('))
        {
            return default;
        }

        var rest = text[(bracket + 1)..Math.Min(text.Length, bracket + 1 + Longest)];
        var close = rest.IndexOf(text[bracket] == '[' ? ']' : ')');
        return close > 0 && IsSound(rest[..close], text[bracket] == '[' ? Kind.NameInBrackets : Kind.Name) ? new TextSpan(bracket, bracket + close + 2) : default;
    }

    /// <summary>All words are of sounds or describe them, and one names a sound: "(music and painting)" is a subject.</summary>
    private static bool IsSound(ReadOnlySpan<char> inside, Kind needed)
    {
        var names = false;
        var words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < inside.Length; i++)
        {
            if (!char.IsLetter(inside[i]))
            {
                names |= inside[i] == '♪' || (inside[i] == '_' && needed == Kind.NameInBrackets);
                continue;
            }

            var start = i;
            while (i < inside.Length && (char.IsLetter(inside[i]) || inside[i] is '\'' or '’'))
            {
                i++;
            }

            if (!words.TryGetValue(inside[start..i], out var kind))
            {
                return false;
            }

            names |= kind >= needed;
        }

        return names;
    }

    private static Dictionary<string, Kind> Vocabulary()
    {
        const string Names = """
            music applause laughter laughs laughing chuckles chuckling giggles cheering cheers clapping claps inaudible unintelligible indistinct crosstalk silence sighs sighing coughs coughing
            sneezes sniffs gasps groans applauds
            """;
        const string NamesInBrackets = """
            laugh chuckle cheer sigh cough gasp breathing breath clears noise static foreign blank_audio blank beep beeps ringing rings bell bells chime chimes typing footsteps
            knocking whistling whistles humming hums singing chanting booing boos screaming sobbing crying snoring yawns murmuring chatter chorus sfx cuts pause
            """;
        const string Describing = """
            upbeat dramatic soft gentle intro outro theme opening closing playing plays play continues ends fades fading in out up down stops starts begins light loud quiet brief long
            short audience crowd people background the a and of speaker speakers all everyone both man woman throat telephone phone door audio sound sounds effect white guitar piano drum
            drums orchestral classical jazz rock sad happy tense ominous suspenseful ambient electronic scattered heavy nervous nervously softly loudly language speech speaks speaking
            off mic microphone over to with from room video cut word words deep clock church
            """;
        var words = new Dictionary<string, Kind>(StringComparer.OrdinalIgnoreCase);
        foreach (var (list, kind) in new[] { (Describing, Kind.Describing), (NamesInBrackets, Kind.NameInBrackets), (Names, Kind.Name) })
        {
            foreach (var word in list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = kind;
            }
        }

        return words;
    }

    private enum Kind
    {
        /// <summary>Says how or whose a sound is.</summary>
        Describing,

        /// <summary>Names a sound between square brackets; between parentheses it may be anything.</summary>
        NameInBrackets,

        /// <summary>Names a sound.</summary>
        Name,
    }
}
