using Lectures.Indexing;

namespace Bot.Tests.Lectures.Indexing;

public class DescriptionReaderTests
{
    [Theory]
    [InlineData("Louis XIV, the Sun King, built Versailles.", "sun king", "Louis XIV")]
    [InlineData("Then came Joan of Arc, the Maid of Orleans.", "maid of orlean", "Joan of Arc")]
    [InlineData("Then came Joan of Arc, the Maid of Orleans.", "maid", "Joan of Arc")]
    [InlineData("Edward Teach, better known as Blackbeard, sailed off Carolina.", "blackbeard", "Edward Teach")]
    [InlineData("Edward Teach, better known as Blackbeard, sailed off Carolina.", "edward teach", "Blackbeard")]
    [InlineData("He took the city of Byzantium, later called Constantinople, in that year.", "byzantium", "Constantinople")]
    [InlineData("Suleiman was known to his people as the Lawgiver.", "lawgiv", "Suleiman")]
    [InlineData("The old town of New Amsterdam was renamed New York in 1664.", "new amsterdam", "New York")]
    [InlineData("Manfred von Richthofen, nicknamed “the Red Baron”, was shot down.", "red baron", "Manfred von Richthofen")]
    [InlineData("Blackbeard, whose real name was Edward Teach, was killed.", "blackbeard", "Edward Teach")]
    [InlineData("The First World War, then called the Great War, began.", "great war", "First World War")]
    [InlineData("The town of St. Petersburg, renamed Petrograd in 1914, starved.", "petrograd", "St. Petersburg")]
    [InlineData("Catherine the Great, born Sophie of Anhalt-Zerbst, came to Russia at fourteen.", "catherin the great", "Sophie of Anhalt-Zerbst")]
    public void What_a_sentence_says_is_the_same_is_taken(string sentence, string name, string other) =>
        Assert.Contains(Read(sentence), description => string.Join(' ', description.Name) == name && description.Spelling == other);

    [Theory]
    [InlineData("In Moscow, the Central Committee, which met in October, voted.")]
    [InlineData("He fought Louis XIV, the Holy Roman Emperor, and the Dutch.")]
    [InlineData("They beat France, the Dutch Republic, and Sweden.")]
    [InlineData("There were causes such as Versailles, the Great Depression, appeasement, and greed.")]
    [InlineData("The ruler of Russia, known as the Man of Steel, said nothing.")]
    [InlineData("At that time Caesar called Pompey a traitor.")]
    [InlineData("The Chinese call it Zhenbao.")]
    [InlineData("Stonewall Jackson, born in Virginia, was a professor.")]
    [InlineData("He wrote to Lenin, the Bolshevik leader.")]
    [InlineData("That expanded the war into Europe, which was later known as the Seven Years’ War.")]
    [InlineData("He took Caesar’s, the Great Man’s, chair.")]
    [InlineData("Gaul was then known as the Roman province beyond the mountains.")]
    [InlineData("First, the Great Wall, then the canal.")]
    [InlineData("louis the fourteenth, the sun king, also known as louis the great")]
    [InlineData("LOUIS XIV, THE SUN KING, KNOWN AS LOUIS THE GREAT")]
    [InlineData("known as")]
    [InlineData("Known as the")]
    [InlineData("the")]
    public void What_only_looks_like_it_is_not(string sentence) => Assert.Empty(Read(sentence));

    private static List<Description> Read(string sentence)
    {
        using var analysis = new TextAnalysis();
        var found = new HashSet<string>();
        DescriptionReader.Read(sentence, analysis.Analyze(sentence), found);
        return [.. found.Select(Description.Read)];
    }
}
