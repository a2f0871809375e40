using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts;

public class LectureNamesTests
{
    [Theory]
    [InlineData("20100225 - 012- Some Title.txt", "Some Title", 12, "2010-02-25")]
    [InlineData("2010-02-25_Some Title.txt", "Some Title", null, "2010-02-25")]
    [InlineData("012 Some Title.txt", "Some Title", 12, null)]
    [InlineData("12. Some Title.txt", "Some Title", 12, null)]
    [InlineData("maos-road-to-war.txt", "Maos road to war", null, null)]
    [InlineData("300 Spartans.txt", "300 Spartans", null, null)]
    [InlineData("1066.txt", "1066", null, null)]
    [InlineData("20109999 - Odd.txt", "20109999 - Odd", null, null)]
    public void Date_number_and_title_are_told_by_the_file_name(string file, string title, int? number, string? date)
    {
        var details = LectureNames.OfFile(file);

        Assert.Equal((title, number, date), (details.Title, details.Number, details.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Null(details.Series);
    }

    [Fact]
    public void The_folder_names_the_series() => Assert.Equal("Ocean roads", LectureNames.OfFile("all/ocean-roads/zheng-he.txt").Series);
}
