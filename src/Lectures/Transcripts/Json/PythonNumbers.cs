namespace Lectures.Transcripts.Json;

/// <summary>Python writes NaN and Infinity, which JSON does not know; Whisper does so for probabilities of silence.</summary>
internal static class PythonNumbers
{
    /// <summary>Puts a zero in their place, so that every other byte keeps its own.</summary>
    public static void Replace(Span<byte> json)
    {
        if (json.IndexOf("NaN"u8) < 0 && json.IndexOf("Infinity"u8) < 0)
        {
            return;
        }

        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case (byte)'"':
                    inString = !inString;
                    break;
                case (byte)'\\' when inString:
                    i++;
                    break;
                case (byte)'N' when !inString && json[i..].StartsWith("NaN"u8):
                    "0  "u8.CopyTo(json[i..]);
                    break;
                case (byte)'I' when !inString && json[i..].StartsWith("Infinity"u8):
                    "0       "u8.CopyTo(json[i..]);
                    break;
            }
        }
    }
}
