namespace Lectures.Semantics;

/// <summary>
/// Takes accents off letters as the canonical decomposition of Unicode does; letters that only look alike (ø, ł, ß) stay. Clio runs without the
/// tables that the runtime would need for that, so those of Latin letters are here: each group is a letter and what decomposes to it.
/// </summary>
internal static class Accents
{
    private const string Groups =
        "AÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ BḂḄḆ CÇĆĈĊČḈ DĎḊḌḎḐḒ EÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ FḞ GĜĞĠĢǦǴḠ HĤȞḢḤḦḨḪ " +
        "IÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ JĴ KĶǨḰḲḴ LĹĻĽḶḸḺḼ MḾṀṂ NÑŃŅŇǸṄṆṈṊ OÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ PṔṖ RŔŖŘȐȒṘṚṜṞ " +
        "SŚŜŞŠȘṠṢṤṦṨ TŢŤȚṪṬṮṰ UÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ VṼṾ WŴẀẂẄẆẈ XẊẌ YÝŶŸȲẎỲỴỶỸ ZŹŻŽẐẒẔ " +
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ bḃḅḇ cçćĉċčḉ dďḋḍḏḑḓ eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ fḟ gĝğġģǧǵḡ hĥȟḣḥḧḩḫẖ " +
        "iìíîïĩīĭįǐȉȋḭḯỉị jĵǰ kķǩḱḳḵ lĺļľḷḹḻḽ mḿṁṃ nñńņňǹṅṇṉṋ oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ pṕṗ rŕŗřȑȓṙṛṝṟ " +
        "sśŝşšșṡṣṥṧṩ tţťțṫṭṯṱẗ uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự vṽṿ wŵẁẃẅẇẉẘ xẋẍ yýÿŷȳẏẙỳỵỷỹ zźżžẑẓẕ";

    private static readonly Dictionary<char, char> Plain = Groups.Split(' ')
        .SelectMany(static group => group.Skip(1).Select(accented => KeyValuePair.Create(accented, group[0]))).ToDictionary();

    public static string Remove(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        return string.Create(text.Count(static c => !IsMark(c)), text, static (plain, text) =>
        {
            var at = 0;
            foreach (var c in text)
            {
                if (!IsMark(c))
                {
                    plain[at++] = Plain.TryGetValue(c, out var letter) ? letter : c;
                }
            }
        });
    }

    /// <summary>A combining mark.</summary>
    private static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';
}
