using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Bot.Tests.Discord;

/// <summary>docs/conformance.md lists for every rule the tests that hold it, or why there is none. It is kept in step by this test.</summary>
public sealed partial class ConformanceTests
{
    private const int Rules = 86;

    [Fact]
    public void The_list_of_rules_names_exactly_the_tests_that_carry_their_numbers()
    {
        var listed = Rows().ToDictionary(static row => row.Rule, static row => row.Text);

        Assert.Equal(Enumerable.Range(1, Rules), listed.Keys.Order());
        var byRule = typeof(ConformanceTests).Assembly.GetTypes().SelectMany(Tests).ToLookup(static test => test.Rule, static test => test.Name);
        foreach (var (rule, text) in listed)
        {
            var names = TestName().Matches(text).Select(static match => match.Value.Trim('`'));
            Assert.Equal(byRule[rule].Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
            Assert.False(string.IsNullOrWhiteSpace(text), $"rule {rule} has neither a test nor a reason");
        }
    }

    private static IEnumerable<(int Rule, string Text)> Rows() => File.ReadLines(Path.Combine(Repository.Root, "docs", "conformance.md"))
        .Select(static line => Row().Match(line)).Where(static row => row.Success)
        .Select(static row => (int.Parse(row.Groups[1].ValueSpan, CultureInfo.InvariantCulture), row.Groups[3].Value));

    private static IEnumerable<(int Rule, string Name)> Tests(Type type) => type
        .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .SelectMany(method => method.GetCustomAttributes<TraitAttribute>().Where(static trait => trait.Name == "Rule")
            .Select(trait => (int.Parse(trait.Value, CultureInfo.InvariantCulture), $"{type.Name}.{method.Name}")));

    [GeneratedRegex(@"^\| (\d+) \| (P[01]) \| (.*) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"`\w+\.\w+`")]
    private static partial Regex TestName();
}
